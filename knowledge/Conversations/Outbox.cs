using System.Linq.Expressions;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>Records what became of a message that was to be said.</summary>
public sealed class Outbox(DbWriter writer)
{
    private static readonly Expression<Func<Message, bool>> Waits = row => row.Status == MessageStatus.Pending;

    private static readonly HotStatement MarkSent = new(
        """
        UPDATE "Messages" SET "Status" = 'Sent', "ChannelActivityId" = @p2, "Attempts" = "Attempts" + 1
        WHERE "ConversationId" = @p0 AND "Sequence" = @p1 AND "Status" IN ('Pending', 'Withdrawn')
        """,
        values: 3);

    /// <summary>Also where it was withdrawn between its sending and this: the customer has it.</summary>
    public Task MarkSentAsync(Message message, string? channelActivityId, CancellationToken cancellationToken) =>
        writer.CommitLockingAsync(
            (db, token) => MarkSent.ExecuteAsync(db, token, message.ConversationId, message.Sequence, channelActivityId), cancellationToken);

    public Task WithdrawAsync(Message message, CancellationToken cancellationToken) =>
        UpdateAsync(message, Waits, pending => pending.SetProperty(row => row.Status, MessageStatus.Withdrawn), cancellationToken);

    public Task MarkDeadAsync(Message message, string error, CancellationToken cancellationToken) =>
        UpdateAsync(message, Waits, pending => pending
            .SetProperty(row => row.Status, MessageStatus.Dead)
            .SetProperty(row => row.LastError, error)
            .SetProperty(row => row.Attempts, row => row.Attempts + 1), cancellationToken);

    public Task RetryAtAsync(Message message, Instant at, string error, CancellationToken cancellationToken) =>
        UpdateAsync(message, Waits, pending => pending
            .SetProperty(row => row.NextAttemptAt, (Instant?)at)
            .SetProperty(row => row.LastError, error)
            .SetProperty(row => row.Attempts, row => row.Attempts + 1), cancellationToken);

    private Task<int> UpdateAsync(
        Message message,
        Expression<Func<Message, bool>> which,
        Action<UpdateSettersBuilder<Message>> change,
        CancellationToken cancellationToken) =>
        writer.CommitLockingAsync(
            (db, token) => db.Messages
                .Where(row => row.ConversationId == message.ConversationId && row.Sequence == message.Sequence)
                .Where(which)
                .ExecuteUpdateAsync(change, token),
            cancellationToken);
}
