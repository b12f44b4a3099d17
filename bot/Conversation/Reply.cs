namespace BillingBot.Conversation;

/// <summary>What a skill answers: messages in order, what to remember, and how it decided.</summary>
internal sealed record Reply(IReadOnlyList<ReplyMessage> Messages, ConversationState State)
{
    /// <summary>For staff and for learning; holds no words of the customer.</summary>
    public Outcome? Outcome { get; init; }
}
