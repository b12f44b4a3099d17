using System.Collections.Concurrent;
using BillingBot.Knowledge.Conversations;

namespace BillingBot.Conversation;

/// <summary>
/// Wakes whoever watches a conversation when something new is committed in it. It carries no messages: a watcher
/// reads them by sequence number, so a missed wake-up can never lose one.
/// </summary>
internal sealed class MessageFeed : ITurnObserver
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _next = new();

    /// <summary>Completes at the next commit. Take it before reading, so that nothing falls between.</summary>
    public Task NextAsync(long conversationId) => _next
        .GetOrAdd(conversationId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Committed(WorkItem item, CommittedTurn turn) => Publish(item.Conversation.Id);

    public void Said(Knowledge.Conversations.Conversation conversation) => Publish(conversation.Id);

    public void Publish(long conversationId)
    {
        if (_next.TryRemove(conversationId, out var waiting))
        {
            waiting.TrySetResult();
        }
    }
}
