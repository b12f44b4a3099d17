namespace BillingBot.Knowledge.Conversations;

/// <summary>All that a turn changes, committed together.</summary>
/// <param name="ConversationId">Whose turn it was.</param>
/// <param name="Sequence">The inbound message that is handled by it.</param>
/// <param name="StateVersion">The version of the state that the turn was computed from.</param>
/// <param name="State">The new state as JSON.</param>
/// <param name="Outcome">How the bot decided, as JSON without the customer's words.</param>
/// <param name="Replies">The outbound messages, in order.</param>
public sealed record TurnRecord(
    long ConversationId,
    long Sequence,
    int StateVersion,
    string State,
    string? Outcome,
    IReadOnlyList<RecordedReply> Replies)
{
    /// <summary>Of the conversation, when the turn began: no message was added since where it is still the last one. 0 when that is not known.</summary>
    public long LastSequence { get; init; }

    /// <summary>So many of the first replies a request is to carry, see <see cref="CarriedReplies"/>.</summary>
    public int Promised { get; init; }

    /// <summary>What else changes, in order.</summary>
    public IReadOnlyList<IEffect> Effects { get; init; } = [];

    /// <summary>Who was recognised, when they are alone with the bot: where that person can be reached later.</summary>
    public string? PersonId { get; init; }
}
