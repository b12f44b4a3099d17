using NodaTime;

namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>
/// A question of customers from which the bot may learn, once an editor agrees. The same words are one row, however often
/// they are asked; whose they were is not kept.
/// </summary>
public sealed class QuestionSuggestion
{
    /// <summary>Characters of a question that are kept.</summary>
    public const int LongestText = 300;

    public long Id { get; init; }

    /// <summary><c>en</c> or <c>ja</c>.</summary>
    public required string Language { get; init; }

    /// <summary>As asked last, without what tells whose it was.</summary>
    public required string Text { get; set; }

    /// <summary>The folded text: with the language the key.</summary>
    public required string Folded { get; init; }
    public int Count { get; set; }
    public required Instant FirstAt { get; init; }
    public Instant LastAt { get; set; }

    /// <summary>Why, the last time.</summary>
    public SuggestionReason Reason { get; set; }

    /// <summary>The article concerned: that did not help, that was chosen, or that staff gave; null for none.</summary>
    public string? ArticleId { get; set; }
    public SuggestionState State { get; set; }

    /// <summary>Name of the editor; null while it is open, and when nobody needed to decide.</summary>
    public string? DecidedBy { get; set; }
    public Instant? DecidedAt { get; set; }

    /// <summary>The article that answers it now.</summary>
    public string? AnsweredBy { get; set; }
}
