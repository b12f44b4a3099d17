using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>Records messages that no customer's words asked for, such as reminders, in the conversation where a person was last seen alone.</summary>
public sealed class ProactiveMessages
{
    /// <summary>The newest conversation in which the person was recognised alone with the bot.</summary>
    /// <returns>Null when the bot has not met the person.</returns>
    public Task<Conversation?> FindAsync(BillingDb db, string personId, CancellationToken cancellationToken) =>
        db.Conversations.Where(known => known.PersonId == personId)
            .OrderByDescending(known => known.LastActivityAt).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The last message that was sent to the bot there; null when all of it was archived.</summary>
    public Task<Message?> LastInboundAsync(BillingDb db, long conversationId, CancellationToken cancellationToken) =>
        db.Messages.Where(message => message.ConversationId == conversationId && message.Direction == Direction.Inbound)
            .OrderByDescending(message => message.Sequence).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Adds the message in the caller's transaction; whoever delivers must be told after the commit.</summary>
    public async Task AddAsync(BillingDb db, long conversationId, RecordedReply message, Instant now, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.AsTracking().SingleAsync(known => known.Id == conversationId, cancellationToken);
        conversation.LastSequence++;
        db.Add(new Message
        {
            ConversationId = conversationId,
            Sequence = conversation.LastSequence,
            Direction = Direction.Outbound,
            Status = message.Status,
            Body = message.Body,
            Author = message.Author,
            AuthorName = message.AuthorName,
            DedupeKey = message.DedupeKey,
            At = now,
        });
    }
}
