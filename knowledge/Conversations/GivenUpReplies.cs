using System.Globalization;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>
/// Replies that no channel took: one task a conversation tells staff, who may send them again from there. What staff wrote themselves
/// has its place in its case, and goes by e-mail.
/// </summary>
public sealed class GivenUpReplies(DbWriter writer, IClock clock)
{
    /// <summary>Sends what the task is about once more, in order, and closes it.</summary>
    /// <param name="by">Who asks for it.</param>
    /// <param name="taskId">An open task of theirs.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>The conversation that delivery is to be told of, and how many; null where the task is not open any more, or not for them.</returns>
    public Task<(Conversation Conversation, int Count)?> SendAgainAsync(StaffUser by, long taskId, CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            var task = by.Is(StaffRole.Agent)
                ? await db.StaffTasks.SingleOrDefaultAsync(known => known.Id == taskId && known.Kind == StaffTaskKind.ReplyFailed && known.DoneAt == null, token)
                : null;
            if (task is null || Read(task.DedupeKey!) is not { } conversationId)
            {
                return ((Conversation, int)?)null;
            }

            var now = clock.GetCurrentInstant();
            var count = await db.Messages
                .Where(message => message.ConversationId == conversationId && message.Author != Author.Staff)
                .SendAgainAsync(token);
            db.Add(new AuditEntry
            {
                At = now,
                Actor = by.Actor,
                Action = "reply.retried",
                Subject = string.Create(CultureInfo.InvariantCulture, $"conversation:{conversationId}"),
                CustomerId = task.CustomerId,
                Detail = string.Create(CultureInfo.InvariantCulture, $"{count} replies"),
            });
            await StaffTasks.CloseAsync(db, taskId, by.Actor, now, token);
            return (await db.Conversations.SingleAsync(known => known.Id == conversationId, token), count);
        },
        cancellationToken);

    /// <summary>In the transaction that gives it up. A channel that is away for long must not fill the list: what else is given up in the conversation belongs to the same task.</summary>
    internal static async Task TellAsync(BillingDb db, Message message, string error, Instant now, CancellationToken cancellationToken)
    {
        var prefix = Key(message.ConversationId, "");
        if (message.Author == Author.Staff || await db.StaffTasks.AnyAsync(
            task => task.Kind == StaffTaskKind.ReplyFailed && task.DoneAt == null && task.DedupeKey!.StartsWith(prefix), cancellationToken))
        {
            return;
        }

        var conversation = await db.Conversations.SingleAsync(known => known.Id == message.ConversationId, cancellationToken);
        var person = await db.People.SingleOrDefaultAsync(known => known.Id == conversation.PersonId, cancellationToken);
        db.Add(new StaffTask
        {
            Kind = StaffTaskKind.ReplyFailed,
            CustomerId = person?.CustomerId,
            CaseId = conversation.CaseId,
            Subject = person is null ? "A reply was given up" : $"A reply to {person.Name} was given up",
            Detail = $"{conversation.Channel}: {error}",
            DedupeKey = Key(message.ConversationId, string.Create(CultureInfo.InvariantCulture, $"{message.Sequence}/{now.ToUnixTimeMilliseconds()}")),
            CreatedAt = now,
        });
        await db.SaveChangesAsync(cancellationToken);
    }

    private static string Key(long conversationId, string rest) => string.Create(CultureInfo.InvariantCulture, $"{conversationId}/{rest}");

    private static long? Read(string key) => long.TryParse(key.Split('/')[0], CultureInfo.InvariantCulture, out var id) ? id : null;
}
