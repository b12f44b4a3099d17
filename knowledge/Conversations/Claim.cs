namespace BillingBot.Knowledge.Conversations;

/// <summary>The place an inbound message has: a new one, or the one it got the first time.</summary>
public sealed record Claim(long ConversationId, long Sequence, bool IsRepeat)
{
    /// <summary>A new message whose turn is next, as it was stored; null where another one of the conversation waits before it.</summary>
    public WorkItem? Next { get; init; }
}
