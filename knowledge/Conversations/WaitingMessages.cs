using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>Messages that somebody must still act on, found without looking through all that was ever said.</summary>
public static class WaitingMessages
{
    /// <summary>Of the index in <see cref="MessageTable"/>: SQLite uses it only for a query that says the same.</summary>
    internal const string Filter = "\"Status\" IN ('Accepted', 'Pending', 'Dead')";

    /// <param name="messages">All.</param>
    /// <param name="status">Accepted, Pending or Dead.</param>
    public static IQueryable<Message> Waiting(this IQueryable<Message> messages, MessageStatus status) => messages
        .Where(message => message.Status == status)
        .Where(message => message.Status == MessageStatus.Accepted || message.Status == MessageStatus.Pending || message.Status == MessageStatus.Dead);

    /// <summary>Those of them that were given up wait for their channel as if they had never been tried.</summary>
    /// <returns>How many there were.</returns>
    public static Task<int> SendAgainAsync(this IQueryable<Message> messages, CancellationToken cancellationToken) => messages
        .Where(message => message.Status == MessageStatus.Dead)
        .ExecuteUpdateAsync(
            row => row
                .SetProperty(message => message.Status, MessageStatus.Pending)
                .SetProperty(message => message.Attempts, 0)
                .SetProperty(message => message.TakenUntil, (long?)null)
                .SetProperty(message => message.NextAttemptAt, (Instant?)null),
            cancellationToken);
}
