using System.Collections.Concurrent;
using System.Text.Json;
using BillingBot.Channels.Activities;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Protocol;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.Delivery;

/// <summary>Shows that the bot is typing when an answer takes a moment. Best effort: never stored, never retried.</summary>
internal sealed class TypingIndicator(
    ConnectorClient connector, IOptions<ConversationOptions> options, TimeProvider time) : ITurnObserver
{
    private readonly ConcurrentDictionary<long, CancellationTokenSource> _turns = new();

    public void Started(WorkItem item)
    {
        if (item.Conversation.Channel != OwnChannel.DirectLine)
        {
            var ended = new CancellationTokenSource();
            Committed(item);
            _turns[item.Conversation.Id] = ended;
            _ = ShowLaterAsync(item.Conversation.Reference, ended.Token);
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

    private async Task ShowLaterAsync(string storedReference, CancellationToken ended)
    {
        await Task.Delay(options.Value.TypingAfter, time, ended);
        var reference = JsonSerializer.Deserialize(storedReference, ProtocolJson.Default.ConversationReference)!;
        var typing = new OutgoingActivity
        {
            Type = ActivityTypes.Typing,
            From = reference.Bot,
            Conversation = reference.Conversation,
        };
        await connector.SendAsync(reference.ServiceUrl, reference.Conversation.Id!, typing, "typing", ended);
    }
}
