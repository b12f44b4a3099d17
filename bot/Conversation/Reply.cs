using BillingBot.Knowledge.Conversations;

namespace BillingBot.Conversation;

/// <summary>What a skill answers: messages in order, what to remember, and how it decided.</summary>
internal sealed record Reply(IReadOnlyList<ReplyMessage> Messages, ConversationState State)
{
    /// <summary>For staff and for learning; holds no words of the customer.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What is answered in the same turn, now that it is known who asks; null for nothing.</summary>
    public PostponedQuestion? Then { get; init; }

    /// <summary>The matter is for staff; null when the bot goes on alone. Followed in one place, by the hand-off.</summary>
    public HandoffRequest? Handoff { get; init; }

    /// <summary>What else changes, in the same commit.</summary>
    public IReadOnlyList<IEffect> Effects { get; init; } = [];
}
