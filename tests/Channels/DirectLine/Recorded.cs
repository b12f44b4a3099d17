using System.Text.Json;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Channels.DirectLine;

/// <summary>What the bot has recorded of a conversation.</summary>
internal static class Recorded
{
    /// <summary>Everything that came in, in order.</summary>
    public static async Task<List<Incoming>> IncomingAsync(BotHost bot, string conversationId)
    {
        var bodies = await bot.ReadAsync(db => db.Messages
            .Where(message => message.Direction == Direction.Inbound
                && db.Conversations.Any(known => known.Id == message.ConversationId && known.ChannelConversationId == conversationId))
            .OrderBy(message => message.Sequence)
            .Select(message => message.Body)
            .ToListAsync(TestContext.Current.CancellationToken));
        return bodies.ConvertAll(body => JsonSerializer.Deserialize(body, ConversationJson.Default.Incoming)!);
    }
}
