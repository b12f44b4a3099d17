using NodaTime;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>What to find an article for.</summary>
/// <param name="Text">The words as written.</param>
/// <param name="Language">Code of the language to answer in; no other is searched.</param>
/// <param name="Audience">Staff also find customers' articles, never the reverse.</param>
/// <param name="Today">Articles that do not hold on this day are not found.</param>
/// <param name="PreviousArticleId">The article answered last, for "and for Azure?".</param>
/// <param name="PreviousQuestion">The question it answered.</param>
public sealed record SearchRequest(
    string Text,
    string Language,
    Audience Audience,
    LocalDate Today,
    string? PreviousArticleId = null,
    string? PreviousQuestion = null)
{
    /// <summary>A topic that the words are known not to be about; null for none.</summary>
    public string? ExcludedTopic { get; init; }
}
