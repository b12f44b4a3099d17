using System.Collections.Concurrent;
using BillingBot.Knowledge.Conversations;
using Microsoft.Extensions.Options;

namespace BillingBot.Conversation;

/// <summary>Shows that the bot is typing when a turn takes a moment; a channel says where it applies and how it shows.</summary>
internal abstract class TypingTimers(IOptions<ConversationOptions> options, TimeProvider time) : ITurnObserver
{
    private readonly ConcurrentDictionary<long, RunningTurn> _turns = new();

    public void Started(WorkItem item)
    {
        Stop(item);
        if (Applies(item.Conversation))
        {
            _turns[item.Conversation.Id] = new RunningTurn(this, item.Conversation, options.Value.TypingAfter, time);
        }
    }

    public void Committed(WorkItem item, CommittedTurn turn) => Stop(item);

    public void Abandoned(WorkItem item) => Stop(item);

    /// <summary>Whether the conversation is on this channel.</summary>
    public abstract bool Applies(Knowledge.Conversations.Conversation conversation);

    /// <summary>Best effort: never stored, never retried.</summary>
    public abstract Task ShowAsync(Knowledge.Conversations.Conversation conversation, CancellationToken ended);

    private void Stop(WorkItem item)
    {
        if (_turns.TryRemove(item.Conversation.Id, out var ended))
        {
            ended.Dispose();
        }
    }

    /// <summary>A timer, and only when it goes off more: nearly all turns are over before.</summary>
    private sealed class RunningTurn : IDisposable
    {
        private readonly ITimer _timer;
        private readonly Lock _lock = new();
        private CancellationTokenSource? _shown;
        private bool _isOver;

        public RunningTurn(TypingTimers channel, Knowledge.Conversations.Conversation conversation, TimeSpan after, TimeProvider time) =>
            _timer = time.CreateTimer(_ => Show(channel, conversation), null, after, Timeout.InfiniteTimeSpan);

        public void Dispose()
        {
            _timer.Dispose();
            lock (_lock)
            {
                _isOver = true;
                _shown?.Cancel();
                _shown?.Dispose();
            }
        }

        private void Show(TypingTimers channel, Knowledge.Conversations.Conversation conversation)
        {
            lock (_lock)
            {
                if (!_isOver)
                {
                    _shown = new CancellationTokenSource();
                    _ = ShowAsync(channel, conversation, _shown.Token);
                }
            }
        }

        /// <summary>What goes wrong is forgotten.</summary>
        private static async Task ShowAsync(TypingTimers channel, Knowledge.Conversations.Conversation conversation, CancellationToken ended) =>
            await channel.ShowAsync(conversation, ended);
    }
}
