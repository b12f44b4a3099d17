using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>Finds messages that wait for their turn (Accepted) or for their channel (Pending), in order.</summary>
public sealed class WorkQueue(IDbContextFactory<BillingDb> factory, HotReads reads)
{
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
        (db, token) => db.Messages.Waiting(status)
            .Where(message => message.ConversationId == conversationId)
            .OrderBy(message => message.Sequence)
            .Join(db.Conversations, message => message.ConversationId, conversation => conversation.Id,
                (message, conversation) => new WorkItem(conversation, message))
            .FirstOrDefaultAsync(token),
        cancellationToken);
}
