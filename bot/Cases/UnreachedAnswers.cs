using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>
/// Finds words of staff that the chat did not bring to the customer: they were given up, the channel has not taken them for a
/// while, or the web chat has not fetched them and the customer has not written since.
/// </summary>
internal sealed class UnreachedAnswers(IOptions<CasesOptions> options)
{
    /// <summary>Longer than a channel is tried for.</summary>
    private static readonly Duration LookBack = Duration.FromDays(7);

    /// <summary>The conversations in which there is one.</summary>
    public Task<List<long>> ConversationsAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var since = now - LookBack;
        return Unreached(db, now)
            .Where(message => db.Cases.Any(known => known.ConversationId == message.ConversationId && known.LastStaffAt >= since))
            .Select(message => message.ConversationId).Distinct().ToListAsync(cancellationToken);
    }

    /// <summary>All of them in a conversation, oldest first; to be changed.</summary>
    public Task<List<Message>> InAsync(BillingDb db, long conversationId, Instant now, CancellationToken cancellationToken) =>
        Unreached(db, now).AsTracking().Where(message => message.ConversationId == conversationId)
            .OrderBy(message => message.Sequence).ToListAsync(cancellationToken);

    private IQueryable<Message> Unreached(BillingDb db, Instant now)
    {
        var (since, until) = (now - LookBack, now - Duration.FromTimeSpan(options.Value.MailAnswerAfter));
        var conversations = db.Conversations;
        return db.Messages.Where(message => message.Author == Author.Staff && message.Direction == Direction.Outbound
            && message.MailId == null && message.At >= since
            && (message.Status == MessageStatus.Dead
                || (message.At <= until && message.Status == MessageStatus.Pending
                    && db.Messages.Any(tried => tried.ConversationId == message.ConversationId && tried.Status == MessageStatus.Pending
                        && tried.Attempts > 0 && tried.Sequence <= message.Sequence))
                || (message.At <= until
                    && conversations.Any(known => known.Id == message.ConversationId && known.Channel == OwnChannel.DirectLine && known.ReadTo < message.Sequence)
                    && !db.Messages.Any(later => later.ConversationId == message.ConversationId
                        && later.Direction == Direction.Inbound && later.Sequence > message.Sequence))));
    }
}
