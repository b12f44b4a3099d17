using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>Commits what a turn did, and reads it again.</summary>
public sealed class TurnStore(IDbContextFactory<BillingDb> factory, DbWriter writer, CarriedReplies carried, IClock clock)
{
    /// <summary>Compare-and-set, which also keeps the row for this transaction: a person may be taking the conversation over.</summary>
    private static readonly HotStatement Take = new(
        $"""
        UPDATE "Conversations" SET "State" = @p2, "StateVersion" = "StateVersion" + 1, "PersonId" = @p3, "LastSequence" = "LastSequence" + @p4
        WHERE "Id" = @p0 AND "StateVersion" = @p1
            AND EXISTS (SELECT 1 FROM "Messages" WHERE "ConversationId" = @p0 AND "Sequence" = @p5 AND "Status" <> 'Handled')
        RETURNING "LastSequence",
            (SELECT min("Sequence") FROM "Messages" WHERE "ConversationId" = @p0 AND "Status" = 'Pending' AND {WaitingMessages.Filter}),
            "CaseId"
        """,
        values: 6);

    private static readonly HotStatement Oldest = new(
        $"""SELECT min("Sequence") FROM "Messages" WHERE "ConversationId" = @p0 AND "Status" = 'Pending' AND {WaitingMessages.Filter}""",
        values: 1);

    private static readonly HotStatement Handle = new(
        """UPDATE "Messages" SET "Status" = 'Handled', "Outcome" = @p2 WHERE "ConversationId" = @p0 AND "Sequence" = @p1""",
        values: 3);

    private static readonly HotStatement Say = new(
        """
        INSERT INTO "Messages" ("ConversationId", "Sequence", "Direction", "Status", "Author", "Body", "InReplyTo", "Attempts", "At")
        VALUES (@p0, @p1, 'Outbound', @p2, @p3, @p4, @p5, 0, @p6)
        """,
        values: 7);

    /// <returns>
    /// Null when the message was handled or the state changed meanwhile: then nothing of the turn happened.
    /// </returns>
    public Task<CommittedTurn?> CommitAsync(TurnRecord turn, CancellationToken cancellationToken) =>
        turn.Effects.Count == 0
            ? writer.CommitLockingAsync((db, token) => CommitAsync(db, turn, token), cancellationToken)
            : writer.CommitAsync((db, token) => CommitWithEffectsAsync(db, turn, token), cancellationToken);

    /// <summary>Whether the turn of an inbound message is committed.</summary>
    public async Task<bool> IsHandledAsync(long conversationId, long sequence, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Messages.AnyAsync(
            message => message.ConversationId == conversationId && message.Sequence == sequence
                && message.Status == MessageStatus.Handled,
            cancellationToken);
    }

    /// <summary>The replies that a turn recorded, in order.</summary>
    public async Task<IReadOnlyList<Message>> RepliesToAsync(
        long conversationId, long sequence, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Messages
            .Where(message => message.ConversationId == conversationId && message.InReplyTo == sequence)
            .OrderBy(message => message.Sequence).ToListAsync(cancellationToken);
    }

    private async Task<CommittedTurn?> CommitAsync(BillingDb db, TurnRecord turn, CancellationToken cancellationToken)
    {
        if (await TryTakeAsync(db, turn, cancellationToken) is not var (lastSequence, oldestPending, hasCase))
        {
            return null;
        }

        await Handle.ExecuteAsync(db, cancellationToken, turn.ConversationId, turn.Sequence, turn.Outcome);
        var replies = Replies(turn, lastSequence - turn.Replies.Count, clock.GetCurrentInstant());
        foreach (var reply in replies)
        {
            await Say.ExecuteAsync(
                db, cancellationToken, reply.ConversationId, reply.Sequence, reply.Status, reply.Author, reply.Body, reply.InReplyTo, reply.At);
        }

        if (turn.Promised == 0)
        {
            return new CommittedTurn(hasCase ? null : replies, oldestPending);
        }

        await carried.TakeAsync(db, replies[..turn.Promised], cancellationToken);
        return new CommittedTurn(Replies: null, oldestPending);
    }

    /// <returns>The number of the last reply, and of the oldest message that waits for its channel; null when nothing is to be committed.</returns>
    private static async Task<(long LastSequence, long? OldestPending, bool HasCase)?> TryTakeAsync(BillingDb db, TurnRecord turn, CancellationToken cancellationToken)
    {
        (long LastSequence, long? OldestPending, bool HasCase) taken;
        await using (var row = await Take.ReadAsync(
            db, cancellationToken, turn.ConversationId, turn.StateVersion, turn.State, turn.PersonId, (long)turn.Replies.Count, turn.Sequence))
        {
            if (!await row.ReadAsync(cancellationToken))
            {
                return null;
            }

            taken = (row.GetInt64(0), row.NumberOrNull(1), !row.IsDBNull(2));
        }

        // Who waits for the row gets it as it is then, but the messages as they were when they began to wait: those that were added meanwhile are not among them.
        return taken.LastSequence - turn.Replies.Count == turn.LastSequence
            ? taken
            : taken with { OldestPending = await OldestPendingAsync(db, turn.ConversationId, cancellationToken) };
    }

    private static async Task<long?> OldestPendingAsync(BillingDb db, long conversationId, CancellationToken cancellationToken)
    {
        await using var row = await Oldest.ReadAsync(db, cancellationToken, conversationId);
        return await row.ReadAsync(cancellationToken) ? row.NumberOrNull(0) : null;
    }

    private static List<Message> Replies(TurnRecord turn, long after, Instant now) => [.. turn.Replies.Select((reply, index) => new Message
    {
        ConversationId = turn.ConversationId,
        Sequence = after + index + 1,
        Direction = Direction.Outbound,
        Status = reply.Status,
        Body = reply.Body,
        Author = reply.Author,
        InReplyTo = turn.Sequence,
        At = now,
    })];

    private async Task<CommittedTurn?> CommitWithEffectsAsync(BillingDb db, TurnRecord turn, CancellationToken cancellationToken)
    {
        var inbound = await db.Messages.AsTracking().SingleAsync(
            message => message.ConversationId == turn.ConversationId && message.Sequence == turn.Sequence, cancellationToken);
        if (inbound.Status == MessageStatus.Handled || !await TakeAsync(db, turn, cancellationToken))
        {
            return null;
        }

        var conversation = await db.Conversations.AsTracking().SingleAsync(known => known.Id == turn.ConversationId, cancellationToken);
        inbound.Status = MessageStatus.Handled;
        inbound.Outcome = turn.Outcome;
        conversation.State = turn.State;
        conversation.PersonId = turn.PersonId;
        var now = clock.GetCurrentInstant();
        foreach (var effect in turn.Effects)
        {
            await effect.ApplyAsync(db, now, cancellationToken);
        }

        var replies = Replies(turn, conversation.LastSequence, now);
        conversation.LastSequence += replies.Count;
        var oldest = await db.Messages.Waiting(MessageStatus.Pending).Where(message => message.ConversationId == turn.ConversationId)
            .MinAsync(message => (long?)message.Sequence, cancellationToken);
        db.AddRange(replies);
        await db.SaveChangesAsync(cancellationToken);
        await carried.TakeAsync(db, replies[..turn.Promised], cancellationToken);
        return new CommittedTurn(conversation.CaseId is null && turn.Promised == 0 ? replies : null, oldest, HadEffects: true);
    }

    /// <inheritdoc cref="Take"/>
    private static async Task<bool> TakeAsync(BillingDb db, TurnRecord turn, CancellationToken cancellationToken) =>
        await db.Conversations
            .Where(known => known.Id == turn.ConversationId && known.StateVersion == turn.StateVersion)
            .ExecuteUpdateAsync(row => row.SetProperty(known => known.StateVersion, known => known.StateVersion + 1), cancellationToken) == 1;
}
