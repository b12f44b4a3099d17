namespace BillingBot.Conversation;

/// <summary>A line of a card.</summary>
internal sealed record CardFact(string Label, string Value);
