using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>Commits what a turn did, and reads it again.</summary>
public sealed class TurnStore(IDbContextFactory<BillingDb> factory, DbWriter writer, IClock clock)
{
    /// <returns>
    /// False when the message was handled or the state changed meanwhile: then nothing of the turn happened.
    /// </returns>
    public Task<bool> CommitAsync(TurnRecord turn, CancellationToken cancellationToken) =>
        turn.Effects.Count == 0
            ? writer.CommitLockingAsync((db, token) => CommitAsync(db, turn, token), cancellationToken)
            : writer.CommitAsync((db, token) => CommitAsync(db, turn, token), cancellationToken);

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

    private async Task<bool> CommitAsync(
        BillingDb db, TurnRecord turn, CancellationToken cancellationToken)
    {
        var inbound = await db.Messages.AsTracking().SingleAsync(
            message => message.ConversationId == turn.ConversationId && message.Sequence == turn.Sequence, cancellationToken);
        if (inbound.Status == MessageStatus.Handled || !await TakeAsync(db, turn, cancellationToken))
        {
            return false;
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

        var replies = turn.Replies.Select((reply, index) => new Message
        {
            ConversationId = turn.ConversationId,
            Sequence = conversation.LastSequence + index + 1,
            Direction = Direction.Outbound,
            Status = reply.Status,
            Body = reply.Body,
            Author = reply.Author,
            InReplyTo = turn.Sequence,
            At = now,
        }).ToList();
        conversation.LastSequence += replies.Count;
        db.AddRange(replies);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Compare-and-set, which also keeps the row for this transaction: a person may be taking the conversation over.</summary>
    private static async Task<bool> TakeAsync(BillingDb db, TurnRecord turn, CancellationToken cancellationToken) =>
        await db.Conversations
            .Where(known => known.Id == turn.ConversationId && known.StateVersion == turn.StateVersion)
            .ExecuteUpdateAsync(row => row.SetProperty(known => known.StateVersion, known => known.StateVersion + 1), cancellationToken) == 1;
}
