using NodaTime;

namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>A question that no article is to answer: taught like the shipped off-topic questions.</summary>
public sealed class NeverAnswered
{
    public long Id { get; init; }

    /// <summary><c>en</c> or <c>ja</c>.</summary>
    public required string Language { get; init; }
    public required string Text { get; init; }

    /// <summary>The folded text: with the language the key.</summary>
    public required string Folded { get; init; }

    /// <summary>Name of the editor.</summary>
    public required string By { get; init; }
    public required Instant At { get; init; }
}
