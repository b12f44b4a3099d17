using System.Data.Common;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Identity;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>Finds messages that wait for their turn (Accepted) or for their channel (Pending), in order.</summary>
public sealed class WorkQueue(IDbContextFactory<BillingDb> factory, HotReads reads)
{
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

    /// <summary>Those with a message that has waited since <paramref name="until"/> or longer.</summary>
    public async Task<IReadOnlyList<long>> ConversationsAsync(MessageStatus status, Instant until, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Messages.Waiting(status).Where(message => message.At <= until)
            .Select(message => message.ConversationId).Distinct().ToListAsync(cancellationToken);
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
