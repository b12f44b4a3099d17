using System.Data.Common;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Identity;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Storage.Replicas;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>Finds messages that wait for their turn (Accepted) or for their channel (Pending), in order.</summary>
public sealed class WorkQueue(IDbContextFactory<BillingDb> factory, HotReads reads)
{
    /// <summary>So few that a look during an outage of a channel, or of a replica with very much in hand, costs little; the next look finds the next.</summary>
    public const int MostAtOnce = 1_000;

    /// <summary>In PostgreSQL's words. Of each conversation only the first counts: the others wait for it.</summary>
    private const string Undelivered =
        $$"""
        SELECT "ConversationId" AS "Value" FROM (
            SELECT DISTINCT ON ("ConversationId") "ConversationId", "NextAttemptAt", "TakenUntil", "At" FROM "Messages"
            WHERE "Status" = 'Pending' AND {{WaitingMessages.Filter}} ORDER BY "ConversationId", "Sequence") AS first
        WHERE ("NextAttemptAt" IS NULL OR "NextAttemptAt" <= {0} OR "NextAttemptAt" > {1})
            AND ("TakenUntil" IS NULL OR "TakenUntil" < {{Leases.Now}})
        ORDER BY "At" LIMIT {2}
        """;

    private static readonly HotStatement Oldest = new(
        $"""
        SELECT c."Channel", c."ChannelConversationId", c."Reference", c."State", c."StateVersion", c."LastSequence", c."PersonId", c."CaseId",
            {VerifiedSenders.In("m.\"ConversationId\"")},
            m."Sequence", m."Direction", m."Author", m."AuthorName", m."Body", m."InReplyTo", m."ChannelActivityId", m."Attempts",
            m."NextAttemptAt", m."TakenUntil", m."At", m."DedupeKey"
        FROM "Messages" m JOIN "Conversations" c ON c."Id" = m."ConversationId"
        WHERE m."ConversationId" = @p0 AND m."Status" = @p1 AND m.{WaitingMessages.Filter}
        ORDER BY m."Sequence" LIMIT 1
        """,
        values: 2);

    /// <summary>All conversations in which something waits, for a bot that starts.</summary>
    public async Task<IReadOnlyList<long>> ConversationsAsync(MessageStatus status, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Messages.Waiting(status).Select(message => message.ConversationId).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>The first message that waits for its turn in each of the conversations that have waited longest, at most <see cref="MostAtOnce"/>.</summary>
    public async Task<IReadOnlyList<(long ConversationId, long Sequence)>> UnansweredAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var first = await db.Messages.Waiting(MessageStatus.Accepted).GroupBy(message => message.ConversationId)
            .OrderBy(waiting => waiting.Min(message => message.At)).Take(MostAtOnce)
            .Select(waiting => new { ConversationId = waiting.Key, Sequence = waiting.Min(message => message.Sequence) }).ToListAsync(cancellationToken);
        return [.. first.Select(message => (message.ConversationId, message.Sequence))];
    }

    /// <summary>With several replicas: the conversations whose first reply is due, and which nobody is sending, that have waited longest; at most <see cref="MostAtOnce"/>.</summary>
    /// <param name="now">The present.</param>
    /// <param name="longest">See <see cref="DueTimes"/>.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<IReadOnlyList<long>> UndeliveredAsync(Instant now, Duration longest, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Database.SqlQueryRaw<long>(
            Undelivered, now.ToUnixTimeMilliseconds(), (now + longest).ToUnixTimeMilliseconds(), MostAtOnce).ToListAsync(cancellationToken);
    }

    /// <summary>Whether a person answers in the conversation: then what the bot composed before is not said any more.</summary>
    public async Task<bool> IsTakenOverAsync(Conversation conversation, CancellationToken cancellationToken) =>
        conversation.CaseId is { } id && await reads.ReadAsync((db, token) => TakenOver.IsAsync(db, id, token), cancellationToken);

    /// <summary>The oldest waiting message, with its conversation; null when there is none.</summary>
    public Task<WorkItem?> NextAsync(long conversationId, MessageStatus status, CancellationToken cancellationToken) => reads.ReadAsync(
        async (db, token) =>
        {
            await using var row = await Oldest.ReadAsync(db, token, conversationId, status);
            return await row.ReadAsync(token) ? Item(row, conversationId, status) : null;
        },
        cancellationToken);

    private static WorkItem Item(DbDataReader row, long conversationId, MessageStatus status) =>
        new(ConversationOf(row, conversationId), MessageOf(row, conversationId, status)) { HasVerified = row.GetInt64(8) > 0 };

    private static Conversation ConversationOf(DbDataReader row, long id) => new()
    {
        Id = id,
        Channel = row.GetString(0),
        ChannelConversationId = row.GetString(1),
        Reference = row.GetString(2),
        State = row.TextOrNull(3),
        StateVersion = row.GetInt32(4),
        LastSequence = row.GetInt64(5),
        PersonId = row.TextOrNull(6),
        CaseId = row.NumberOrNull(7),
    };

    private static Message MessageOf(DbDataReader row, long conversationId, MessageStatus status) => new()
    {
        ConversationId = conversationId,
        Status = status,
        Sequence = row.GetInt64(9),
        Direction = Enum.Parse<Direction>(row.GetString(10)),
        Author = Enum.Parse<Author>(row.GetString(11)),
        AuthorName = row.TextOrNull(12),
        Body = row.GetString(13),
        InReplyTo = row.NumberOrNull(14),
        ChannelActivityId = row.TextOrNull(15),
        Attempts = row.GetInt32(16),
        NextAttemptAt = row.NumberOrNull(17) is { } next ? Instant.FromUnixTimeMilliseconds(next) : null,
        TakenUntil = row.NumberOrNull(18),
        At = Instant.FromUnixTimeMilliseconds(row.GetInt64(19)),
        DedupeKey = row.TextOrNull(20),
    };
}
