using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Articles.Learning;

internal sealed class QuestionSuggestionTable : IEntityTypeConfiguration<QuestionSuggestion>
{
    public void Configure(EntityTypeBuilder<QuestionSuggestion> builder)
    {
        builder.HasIndex(suggestion => new { suggestion.Language, suggestion.Folded }).IsUnique();
        builder.HasIndex(suggestion => new { suggestion.State, suggestion.LastAt });
        builder.HasIndex(suggestion => new { suggestion.State, suggestion.Count });
    }
}
