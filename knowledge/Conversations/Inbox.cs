using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Conversations;

/// <summary>Claims each inbound activity once, durably, before anybody is told that it was received.</summary>
public sealed class Inbox(DbWriter writer, IClock clock)
{
    public Task<Claim> ClaimAsync(InboundMessage inbound, CancellationToken cancellationToken) =>
        writer.CommitLockingAsync((db, token) => ClaimAsync(db, inbound, token), cancellationToken);

    private async Task<Claim> ClaimAsync(BillingDb db, InboundMessage inbound, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var conversation = await db.Conversations.AsTracking().ForUpdate().SingleOrDefaultAsync(
            known => known.Channel == inbound.Channel && known.ChannelConversationId == inbound.ChannelConversationId,
            cancellationToken);
        if (conversation is null)
        {
            conversation = new Conversation
            {
                Channel = inbound.Channel,
                ChannelConversationId = inbound.ChannelConversationId,
                Reference = inbound.Reference,
                CreatedAt = now,
            };
            db.Add(conversation);
            await db.SaveChangesAsync(cancellationToken);
        }
        else if (await FindAsync(db, conversation.Id, inbound.DedupeKey, cancellationToken) is { } sequence)
        {
            return new Claim(conversation.Id, sequence, IsRepeat: true);
        }

        conversation.Reference = inbound.Reference;
        conversation.LastActivityAt = now;
        conversation.LastSequence++;
        db.Add(new Message
        {
            ConversationId = conversation.Id,
            Sequence = conversation.LastSequence,
            Direction = Direction.Inbound,
            Status = MessageStatus.Accepted,
            DedupeKey = inbound.DedupeKey,
            Body = inbound.Body,
            Echo = inbound.Echo?.Invoke(conversation.LastSequence),
            ChannelActivityId = inbound.ChannelActivityId,
            At = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        return new Claim(conversation.Id, conversation.LastSequence, IsRepeat: false);
    }

    private static Task<long?> FindAsync(BillingDb db, long conversationId, string key, CancellationToken cancellationToken) =>
        db.Messages
            .Where(message => message.ConversationId == conversationId && message.DedupeKey == key)
            .Select(message => (long?)message.Sequence)
            .SingleOrDefaultAsync(cancellationToken);
}
