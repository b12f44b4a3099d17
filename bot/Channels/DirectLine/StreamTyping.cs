using System.Text.Json;
using BillingBot.Conversation;
using BillingBot.Protocol;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.DirectLine;

/// <summary>Typing for whoever is connected to the bot's own Direct Line.</summary>
internal sealed class StreamTyping(
    OpenStreams streams, IOptions<ConversationOptions> timers, IOptions<DirectLineOptions> options, TimeProvider time)
    : TypingTimers(timers, time)
{
    public override bool Applies(Knowledge.Conversations.Conversation conversation) => conversation.Channel == OwnChannel.DirectLine;

    public override Task ShowAsync(Knowledge.Conversations.Conversation conversation, CancellationToken ended)
    {
        var (recorded, clientId) = (conversation.Id, conversation.ChannelConversationId);
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
