using BillingBot.Knowledge.Identity;
using BillingBot.Knowledge.Storage;
using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>Claims each inbound activity once, durably, before anybody is told that it was received.</summary>
public sealed class Inbox(DbWriter writer, IClock clock)
{
    /// <summary>Of a conversation. Nobody types so much before an answer comes; each of them may be long, and is kept.</summary>
    public const int MostWaiting = 200;

    private static readonly HotStatement Known = new(
        """
        SELECT "Id", "State", "StateVersion", "LastSequence", "PersonId", "CaseId", "ReadTo", "CreatedAt"
        FROM "Conversations" WHERE "Channel" = @p0 AND "ChannelConversationId" = @p1
        """,
        values: 2, locks: true);

    private static readonly HotStatement Begin = new(
        """
        INSERT INTO "Conversations" ("Channel", "ChannelConversationId", "Reference", "StateVersion", "LastSequence", "ReadTo", "CreatedAt", "LastActivityAt")
        VALUES (@p0, @p1, @p2, 0, 0, 0, @p3, @p3) RETURNING "Id"
        """,
        values: 4);

    /// <summary>After the conversation is locked, so that nobody adds to what it sees.</summary>
    private static readonly HotStatement Before = new(
        $"""
        SELECT (SELECT "Sequence" FROM "Messages" WHERE "ConversationId" = @p0 AND "DedupeKey" = @p1),
            count(*), {VerifiedSenders.In("@p0")}
        FROM "Messages" WHERE "ConversationId" = @p0 AND "Status" = 'Accepted' AND {WaitingMessages.Filter}
        """,
        values: 2);

    private static readonly HotStatement Add = new(
        """
        INSERT INTO "Messages" ("ConversationId", "Sequence", "Direction", "Status", "Author", "DedupeKey", "Body", "Echo", "ChannelActivityId", "Attempts", "At")
        VALUES (@p0, @p1, 'Inbound', 'Accepted', 'Bot', @p2, @p3, @p4, @p5, 0, @p6)
        """,
        values: 7);

    private static readonly HotStatement Touch = new(
        """UPDATE "Conversations" SET "Reference" = @p1, "LastActivityAt" = @p2, "LastSequence" = @p3 WHERE "Id" = @p0""",
        values: 4);

    /// <exception cref="TooBusyException">As many messages of the conversation as may wait for their turn.</exception>
    public async Task<Claim> ClaimAsync(InboundMessage inbound, CancellationToken cancellationToken) =>
        await writer.CommitLockingAsync((db, token) => ClaimAsync(db, inbound, token), cancellationToken) ?? throw new TooBusyException();

    /// <returns>Null, not an exception, which would roll back what is committed together with it, when too many wait.</returns>
    private async Task<Claim?> ClaimAsync(BillingDb db, InboundMessage inbound, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var conversation = await FindAsync(db, inbound, cancellationToken) ?? await BeginAsync(db, inbound, now, cancellationToken);
        var (repeated, waiting, hasVerified) = await LookBackAsync(db, conversation.Id, inbound.DedupeKey, cancellationToken);
        if (repeated is { } sequence)
        {
            return new Claim(conversation.Id, sequence, IsRepeat: true);
        }

        if (waiting >= MostWaiting)
        {
            return null;
        }

        conversation.Reference = inbound.Reference;
        conversation.LastActivityAt = now;
        conversation.LastSequence++;
        var message = new Message
        {
            ConversationId = conversation.Id,
            Sequence = conversation.LastSequence,
            Direction = Direction.Inbound,
            Status = MessageStatus.Accepted,
            DedupeKey = inbound.DedupeKey,
            Body = inbound.Body,
            Echo = inbound.Echo?.Invoke(conversation.LastSequence),
            ChannelActivityId = inbound.ChannelActivityId,
            At = now,
        };
        await Add.ExecuteAsync(
            db, cancellationToken, message.ConversationId, message.Sequence, message.DedupeKey, message.Body, message.Echo, message.ChannelActivityId, now);
        await Touch.ExecuteAsync(db, cancellationToken, conversation.Id, conversation.Reference, now, conversation.LastSequence);
        return new Claim(conversation.Id, message.Sequence, IsRepeat: false)
        {
            Next = waiting == 0 ? new WorkItem(conversation, message) { HasVerified = hasVerified } : null,
        };
    }

    private static async Task<Conversation?> FindAsync(BillingDb db, InboundMessage inbound, CancellationToken cancellationToken)
    {
        await using var row = await Known.ReadAsync(db, cancellationToken, inbound.Channel, inbound.ChannelConversationId);
        return !await row.ReadAsync(cancellationToken) ? null : new Conversation
        {
            Id = row.GetInt64(0),
            Channel = inbound.Channel,
            ChannelConversationId = inbound.ChannelConversationId,
            Reference = inbound.Reference,
            State = row.TextOrNull(1),
            StateVersion = row.GetInt32(2),
            LastSequence = row.GetInt64(3),
            PersonId = row.TextOrNull(4),
            CaseId = row.NumberOrNull(5),
            ReadTo = row.GetInt64(6),
            CreatedAt = Instant.FromUnixTimeMilliseconds(row.GetInt64(7)),
        };
    }

    private static async Task<Conversation> BeginAsync(BillingDb db, InboundMessage inbound, Instant now, CancellationToken cancellationToken)
    {
        await using var row = await Begin.ReadAsync(db, cancellationToken, inbound.Channel, inbound.ChannelConversationId, inbound.Reference, now);
        await row.ReadAsync(cancellationToken);
        return new Conversation
        {
            Id = row.GetInt64(0),
            Channel = inbound.Channel,
            ChannelConversationId = inbound.ChannelConversationId,
            Reference = inbound.Reference,
            CreatedAt = now,
        };
    }

    /// <returns>The number of the same activity, how many messages wait for their turn, and <see cref="WorkItem.HasVerified"/>.</returns>
    private static async Task<(long? Repeated, long Waiting, bool HasVerified)> LookBackAsync(
        BillingDb db, long conversationId, string dedupeKey, CancellationToken cancellationToken)
    {
        await using var row = await Before.ReadAsync(db, cancellationToken, conversationId, dedupeKey);
        await row.ReadAsync(cancellationToken);
        return (row.NumberOrNull(0), row.GetInt64(1), row.GetInt64(2) > 0);
    }
}
