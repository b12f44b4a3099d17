using System.Collections.Concurrent;
using System.Globalization;
using BillingBot.Knowledge.Conversations;
using BillingBot.Replicas;

namespace BillingBot.Conversation;

/// <summary>
/// Wakes whoever watches a conversation, at any replica, when something new is committed in it. It carries no messages: a
/// watcher reads them by sequence number, so a missed wake-up can never lose one.
/// </summary>
internal sealed class MessageFeed(OtherReplicas others) : ITurnObserver, IReplicaListener
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _next = new();

    /// <summary>Completes at the next commit. Take it before reading, so that nothing falls between.</summary>
    public Task NextAsync(long conversationId) => _next
        .GetOrAdd(conversationId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Committed(WorkItem item, CommittedTurn turn) => Publish(item.Conversation.Id);

    public void Said(Knowledge.Conversations.Conversation conversation) => Publish(conversation.Id);

    public void Publish(long conversationId)
    {
        Wake(conversationId);
        others.Tell(News.Conversation, conversationId.ToString(CultureInfo.InvariantCulture));
    }

    public void Heard(News news, string about)
    {
        if (news == News.Conversation && long.TryParse(about, CultureInfo.InvariantCulture, out var conversationId))
        {
            Wake(conversationId);
        }
    }

    public void MayHaveMissed()
    {
        foreach (var conversationId in _next.Keys)
        {
            Wake(conversationId);
        }
    }

    private void Wake(long conversationId)
    {
        if (_next.TryRemove(conversationId, out var waiting))
        {
            waiting.TrySetResult();
        }
    }
}
