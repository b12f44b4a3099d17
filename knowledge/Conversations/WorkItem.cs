namespace BillingBot.Knowledge.Conversations;

/// <summary>A waiting message and the conversation it belongs to.</summary>
public sealed record WorkItem(Conversation Conversation, Message Message)
{
    /// <summary>Of a message that waits for its turn: whether anybody has typed a code in the conversation before it.</summary>
    public bool HasVerified { get; init; }
}
