namespace BillingBot.Knowledge.Conversations;

/// <summary>What a committed turn has left to be sent.</summary>
/// <param name="Replies">As they were stored; null where the conversation has a case, so that a person may own it, or a request is to carry them: then they must be read.</param>
/// <param name="OldestPending">Number of the oldest message of the conversation that waited for its channel before them; null for none.</param>
/// <param name="HadEffects">The turn changed more than its conversation.</param>
public sealed record CommittedTurn(IReadOnlyList<Message>? Replies, long? OldestPending, bool HadEffects = false);
