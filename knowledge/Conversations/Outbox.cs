using System.Linq.Expressions;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Storage.Replicas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>
/// Takes messages that are to be said for one sending each, and records what became of them. With several replicas a message
/// is taken by one, and, when nothing was heard of that, by another once the lease is over. That the channel has it counts
/// whoever says so; everything else only from whoever has it.
/// </summary>
public sealed class Outbox(IDbContextFactory<BillingDb> factory, DbWriter writer, Leases leases, CarriedReplies carried)
{
    /// <summary>With a conversation, a sequence number, milliseconds, and whether to take what another had.</summary>
    private const string Take =
        $$"""
        UPDATE "Messages" SET "TakenUntil" = {{Leases.Now}} + {2}
        WHERE "ConversationId" = {0} AND "Sequence" = {1} AND "Status" = 'Pending'
          AND ("TakenUntil" IS NULL OR ({3} AND "TakenUntil" < {{Leases.Now}}))
        RETURNING "TakenUntil" AS "Value"
        """;

    private static readonly HotStatement MarkSent = new(
        """
        UPDATE "Messages" SET "Status" = 'Sent', "ChannelActivityId" = @p2, "Attempts" = "Attempts" + 1
        WHERE "ConversationId" = @p0 AND "Sequence" = @p1 AND "Status" IN ('Pending', 'Withdrawn', 'Dead')
        """,
        values: 3);

    /// <summary>Takes the message for one attempt, which must have ended before the lease does.</summary>
    /// <param name="message">The oldest that waits in its conversation.</param>
    /// <param name="mayTakeOver">Also when another replica had it and its lease is over.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>False when another replica or a request has it, or nobody need send it any more.</returns>
    public async Task<bool> TakeAsync(Message message, bool mayTakeOver, CancellationToken cancellationToken)
    {
        if (carried.AreHeld(message))
        {
            return false;
        }

        if (!leases.AreNeeded)
        {
            return true;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var taken = await db.Database
            .SqlQueryRaw<long>(Take, message.ConversationId, message.Sequence, Leases.Milliseconds(leases.Length), mayTakeOver)
            .ToListAsync(cancellationToken);
        if (taken is not [var until])
        {
            return false;
        }

        message.TakenUntil = until;
        return true;
    }

    /// <summary>Also where it was withdrawn between its sending and this, or another has taken it meanwhile: the customer has it.</summary>
    public Task MarkSentAsync(Message message, string? channelActivityId, CancellationToken cancellationToken) =>
        writer.CommitLockingAsync(
            (db, token) => MarkSent.ExecuteAsync(db, token, message.ConversationId, message.Sequence, channelActivityId), cancellationToken);

    public Task WithdrawAsync(Message message, CancellationToken cancellationToken) =>
        UpdateAsync(message, Mine(message), pending => pending.SetProperty(row => row.Status, MessageStatus.Withdrawn), cancellationToken);

    /// <summary>Gives the message up and tells staff.</summary>
    public Task MarkDeadAsync(Message message, string error, Instant now, CancellationToken cancellationToken) => writer.CommitLockingAsync(
        async (db, token) =>
        {
            var given = await This(db, message).Where(Mine(message)).ExecuteUpdateAsync(
                pending => pending
                    .SetProperty(row => row.Status, MessageStatus.Dead)
                    .SetProperty(row => row.LastError, error)
                    .SetProperty(row => row.Attempts, row => row.Attempts + 1),
                token);
            if (given > 0)
            {
                await GivenUpReplies.TellAsync(db, message, error, now, token);
            }

            return given;
        },
        cancellationToken);

    public Task RetryAtAsync(Message message, Instant at, string error, CancellationToken cancellationToken) =>
        UpdateAsync(message, Mine(message), pending => pending
            .SetProperty(row => row.NextAttemptAt, (Instant?)at)
            .SetProperty(row => row.LastError, error)
            .SetProperty(row => row.TakenUntil, (long?)null)
            .SetProperty(row => row.Attempts, row => row.Attempts + 1), cancellationToken);

    private static Expression<Func<Message, bool>> Mine(Message message)
    {
        var until = message.TakenUntil;
        return row => row.Status == MessageStatus.Pending && row.TakenUntil == until;
    }

    private Task<int> UpdateAsync(
        Message message,
        Expression<Func<Message, bool>> which,
        Action<UpdateSettersBuilder<Message>> change,
        CancellationToken cancellationToken) =>
        writer.CommitLockingAsync(
            (db, token) => This(db, message).Where(which).ExecuteUpdateAsync(change, token), cancellationToken);

    private static IQueryable<Message> This(BillingDb db, Message message) =>
        db.Messages.Where(row => row.ConversationId == message.ConversationId && row.Sequence == message.Sequence);
}
