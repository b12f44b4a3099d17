using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Articles.Learning;

internal sealed class NeverAnsweredTable : IEntityTypeConfiguration<NeverAnswered>
{
    public void Configure(EntityTypeBuilder<NeverAnswered> builder) =>
        builder.HasIndex(question => new { question.Language, question.Folded }).IsUnique();
}
