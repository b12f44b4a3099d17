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
}
