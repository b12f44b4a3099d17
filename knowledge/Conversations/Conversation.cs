using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>One conversation on one channel: where it is reached, how far it got, what the bot remembers of it.</summary>
public sealed class Conversation
{
    public long Id { get; init; }

    /// <summary>Channel id of the Activity protocol, lower case, case-sensitive.</summary>
    public required string Channel { get; init; }

    /// <summary>The channel's id; unique only within the channel.</summary>
    public required string ChannelConversationId { get; init; }

    /// <summary>Conversation reference as JSON, refreshed by every authenticated inbound activity.</summary>
    public required string Reference { get; set; }

    /// <summary>What the bot remembers, as JSON; null before the first turn.</summary>
    public string? State { get; set; }

    /// <summary>Counts turns: the compare-and-set token of <see cref="State"/>.</summary>
    public int StateVersion { get; set; }

    /// <summary>Sequence number of the newest message; a message's number is its place in the conversation.</summary>
    public long LastSequence { get; set; }

    /// <summary>The person last recognised here, alone with the bot; null for guests and groups.</summary>
    public string? PersonId { get; set; }

    /// <summary>Number of the open case; null while the bot has the conversation to itself.</summary>
    public long? CaseId { get; set; }

    /// <summary>Direct Line, while a case is open: the newest message that the client is known to have.</summary>
    public long ReadTo { get; set; }
    public Instant CreatedAt { get; init; }
    public Instant LastActivityAt { get; set; }
}
