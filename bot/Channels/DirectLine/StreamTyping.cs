using System.Text.Json;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Protocol;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.DirectLine;

/// <summary>Typing for whoever is connected to the bot's own Direct Line.</summary>
internal sealed class StreamTyping(
    OpenStreams streams, IOptions<ConversationOptions> conversation, IOptions<DirectLineOptions> options, TimeProvider time)
    : TypingTimers(conversation, time)
{
    protected override bool Applies(WorkItem item) => item.Conversation.Channel == OwnChannel.DirectLine;

    protected override Task ShowAsync(WorkItem item, CancellationToken ended)
    {
        var (recorded, clientId) = (item.Conversation.Id, item.Conversation.ChannelConversationId);
        var typing = new OutgoingActivity
        {
            Type = ActivityTypes.Typing,
            Id = ActivityIds.OfPassing(clientId),
            ChannelId = ChannelIds.DirectLine,
            From = new ChannelAccount { Id = options.Value.BotId, Name = options.Value.BotName, Role = "bot" },
            Conversation = new ConversationAccount { Id = clientId },
        };
        streams.Show(recorded, JsonSerializer.Serialize(typing, ProtocolJson.Default.OutgoingActivity));
        return Task.CompletedTask;
    }
}
