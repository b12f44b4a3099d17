using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>
/// One message of a conversation. The row is the claim of an inbound activity, the line of the transcript and the
/// place in the outbox at once, so that none of them can disagree.
/// </summary>
public sealed class Message : IRetried
{
    public long ConversationId { get; init; }

    /// <summary>1, 2, 3 ... within the conversation, without gaps: order, Direct Line watermark, resync point.</summary>
    public long Sequence { get; init; }
    public Direction Direction { get; init; }
    public MessageStatus Status { get; set; }

    /// <summary>Outbound: whose words they are; the name is that of the member of staff.</summary>
    public Author Author { get; init; }
    public string? AuthorName { get; init; }

    /// <summary>What makes a repeated inbound activity, or a repeated sending by staff, the same one; unique in its conversation.</summary>
    public string? DedupeKey { get; init; }

    /// <summary>The bot's own JSON of what was said (inbound) or is to be said (outbound).</summary>
    public required string Body { get; init; }

    /// <summary>Direct Line only: the activity as the client must see it again, channelData untouched.</summary>
    public string? Echo { get; init; }

    /// <summary>Outbound: the inbound message that caused it.</summary>
    public long? InReplyTo { get; init; }

    /// <summary>Inbound: how the bot decided, as JSON without the customer's words.</summary>
    public string? Outcome { get; set; }

    /// <summary>Inbound: the channel's activity id. Outbound: the id the channel gave it, if it did.</summary>
    public string? ChannelActivityId { get; set; }
    public int Attempts { get; set; }

    /// <summary>Outbound: the e-mail that it was also put in, because the chat was gone.</summary>
    public long? MailId { get; set; }
    public Instant? NextAttemptAt { get; set; }

    /// <summary>
    /// Outbound: a replica is sending it, or a request is to carry it, and has it until then, in milliseconds since 1970 by the database's clock; no two
    /// takings of a message have the same end. Always null with SQLite, where nobody else could.
    /// </summary>
    public long? TakenUntil { get; set; }
    public string? LastError { get; set; }
    public Instant At { get; init; }
}
