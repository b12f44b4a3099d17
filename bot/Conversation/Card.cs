namespace BillingBot.Conversation;

/// <summary>A titled block of labelled facts; rendered as an Adaptive Card, or as text where cards are not shown.</summary>
/// <param name="Title">One line.</param>
/// <param name="Summary">The answer in one sentence, shown large; null for none.</param>
/// <param name="Facts">Label and value, in order.</param>
/// <param name="Note">Small print; null for none.</param>
internal sealed record Card(string Title, string? Summary, IReadOnlyList<CardFact> Facts, string? Note = null)
{
    /// <summary>Good, Warning or Attention colours the summary; colour is never the only sign.</summary>
    public CardTone Tone { get; init; }

    /// <summary>What happens when, in order; empty for none.</summary>
    public IReadOnlyList<TimelineStep> Timeline { get; init; } = [];

    /// <summary>Rows and columns; null for none.</summary>
    public CardTable? Table { get; init; }
}
