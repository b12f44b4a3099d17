using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Articles.Editing;

internal sealed class ArticleRevisionTable : IEntityTypeConfiguration<ArticleRevision>
{
    public void Configure(EntityTypeBuilder<ArticleRevision> builder) =>
        builder.HasIndex(revision => new { revision.Language, revision.ArticleId, revision.Version }).IsUnique();
}
