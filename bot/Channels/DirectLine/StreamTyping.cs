using System.Collections.Concurrent;
using System.Text.Json;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Protocol;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.DirectLine;

/// <summary>Shows whoever is connected that the bot is typing when an answer takes a moment. Never stored.</summary>
internal sealed class StreamTyping(
    OpenStreams streams, IOptions<ConversationOptions> conversation, IOptions<DirectLineOptions> options, TimeProvider time)
    : ITurnObserver
{
    private readonly ConcurrentDictionary<long, CancellationTokenSource> _turns = new();

    public void Started(WorkItem item)
    {
        if (item.Conversation.Channel == OwnChannel.DirectLine)
        {
            Committed(item);
            var ended = new CancellationTokenSource();
            _turns[item.Conversation.Id] = ended;
            _ = ShowLaterAsync(item.Conversation, ended.Token);
        }
    }

    public void Committed(WorkItem item)
    {
        if (_turns.TryRemove(item.Conversation.Id, out var ended))
        {
            ended.Cancel();
            ended.Dispose();
        }
    }

    public void Abandoned(WorkItem item) => Committed(item);

    private async Task ShowLaterAsync(Knowledge.Conversations.Conversation recorded, CancellationToken ended)
    {
        await Task.Delay(conversation.Value.TypingAfter, time, ended);
        var typing = new OutgoingActivity
        {
            Type = ActivityTypes.Typing,
            Id = ActivityIds.OfPassing(recorded.ChannelConversationId),
            ChannelId = ChannelIds.DirectLine,
            From = new ChannelAccount { Id = options.Value.BotId, Name = options.Value.BotName, Role = "bot" },
            Conversation = new ConversationAccount { Id = recorded.ChannelConversationId },
        };
        streams.Show(recorded.Id, JsonSerializer.Serialize(typing, ProtocolJson.Default.OutgoingActivity));
    }
}
