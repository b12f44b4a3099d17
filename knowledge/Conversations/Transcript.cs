using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Conversations;

/// <summary>Reads a conversation as its client sees it: own messages echoed, the bot's replies, nothing else.</summary>
public sealed class Transcript(IDbContextFactory<BillingDb> factory)
{
    /// <returns>Null when nothing of the conversation is recorded.</returns>
    public async Task<long?> FindAsync(string channel, string channelConversationId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Conversations
            .Where(known => known.Channel == channel && known.ChannelConversationId == channelConversationId)
            .Select(known => (long?)known.Id)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>At most <paramref name="count"/> lines after sequence number <paramref name="after"/>, in order.</summary>
    public async Task<IReadOnlyList<TranscriptLine>> ReadAsync(
        long conversationId, long after, int count, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Messages
            .Where(message => message.ConversationId == conversationId && message.Sequence > after
                && ((message.Direction == Direction.Outbound && message.Status != MessageStatus.Withdrawn) || message.Echo != null))
            .OrderBy(message => message.Sequence)
            .Take(count)
            .Select(message => new TranscriptLine(message, db.Messages.Any(answered =>
                answered.ConversationId == conversationId && answered.Sequence == message.InReplyTo && answered.Echo != null)))
            .ToListAsync(cancellationToken);
    }
}
