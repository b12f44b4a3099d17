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
    private readonly Dictionary<long, List<ConversationWatch>> _watched = [];
    private readonly Lock _lock = new();

    /// <summary>How many conversations are watched.</summary>
    public int Watched
    {
        get
        {
            lock (_lock)
            {
                return _watched.Count;
            }
        }
    }

    /// <summary>Watches until it is disposed.</summary>
    public ConversationWatch Watch(long conversationId)
    {
        var watch = new ConversationWatch(conversationId, this);
        lock (_lock)
        {
            if (_watched.TryGetValue(conversationId, out var known))
            {
                known.Add(watch);
            }
            else
            {
                _watched.Add(conversationId, [watch]);
            }
        }

        return watch;
    }

    public void End(ConversationWatch watch)
    {
        lock (_lock)
        {
            if (_watched.TryGetValue(watch.ConversationId, out var known) && known.Remove(watch) && known.Count == 0)
            {
                _watched.Remove(watch.ConversationId);
            }
        }
    }

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
        lock (_lock)
        {
            foreach (var watches in _watched.Values)
            {
                watches.ForEach(static watch => watch.Wake());
            }
        }
    }

    private void Wake(long conversationId)
    {
        lock (_lock)
        {
            if (_watched.TryGetValue(conversationId, out var watches))
            {
                watches.ForEach(static watch => watch.Wake());
            }
        }
    }
}
