using System.Collections.Concurrent;
using BillingBot.Knowledge.Conversations;
using Microsoft.Extensions.Options;

namespace BillingBot.Conversation;

/// <summary>Shows that the bot is typing when a turn takes a moment; a channel says where it applies and how it shows.</summary>
internal abstract class TypingTimers(IOptions<ConversationOptions> options, TimeProvider time) : ITurnObserver
{
    private readonly ConcurrentDictionary<long, CancellationTokenSource> _turns = new();

    public void Started(WorkItem item)
    {
        Stop(item);
        if (Applies(item.Conversation))
        {
            var ended = new CancellationTokenSource();
            _turns[item.Conversation.Id] = ended;
            _ = ShowLaterAsync(item, ended.Token);
        }
    }

    public void Committed(WorkItem item) => Stop(item);

    public void Abandoned(WorkItem item) => Stop(item);

    /// <summary>Whether the conversation is on this channel.</summary>
    public abstract bool Applies(Knowledge.Conversations.Conversation conversation);

    /// <summary>Best effort: never stored, never retried.</summary>
    public abstract Task ShowAsync(Knowledge.Conversations.Conversation conversation, CancellationToken ended);

    private void Stop(WorkItem item)
    {
        if (_turns.TryRemove(item.Conversation.Id, out var ended))
        {
            ended.Cancel();
            ended.Dispose();
        }
    }

    private async Task ShowLaterAsync(WorkItem item, CancellationToken ended)
    {
        await Task.Delay(options.Value.TypingAfter, time, ended);
        await ShowAsync(item.Conversation, ended);
    }
}
