using System.Collections.Concurrent;
using System.Globalization;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Replicas;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>Which customers are typing now, as far as their channels say so. Known for seconds, never stored; the other replicas are told.</summary>
internal sealed class TypingBoard(MessageFeed feed, OtherReplicas others, IClock clock) : ITurnObserver, IReplicaListener
{
    /// <summary>Clients say it again every few seconds.</summary>
    private static readonly Duration Shown = Duration.FromSeconds(8);
    private const int ManyEntries = 1_000;
    private readonly ConcurrentDictionary<long, Instant> _until = new();

    public void CustomerTypes(long conversationId)
    {
        // Before the feed tells: whoever it wakes is to see it.
        others.Tell(News.CustomerTypes, conversationId.ToString(CultureInfo.InvariantCulture));
        if (Note(conversationId))
        {
            feed.Publish(conversationId);
        }
    }

    public void Heard(News news, string about)
    {
        if (news == News.CustomerTypes && long.TryParse(about, CultureInfo.InvariantCulture, out var conversationId))
        {
            Note(conversationId);
        }
    }

    public void MayHaveMissed()
    {
    }

    /// <returns>Whether it was not known.</returns>
    private bool Note(long conversationId)
    {
        var now = clock.GetCurrentInstant();
        if (_until.Count > ManyEntries)
        {
            foreach (var over in _until.Where(entry => entry.Value <= now))
            {
                _until.TryRemove(over);
            }
        }

        var isNews = TypingUntil(conversationId) is null;
        _until[conversationId] = now + Shown;
        return isNews;
    }

    /// <summary>Until when it is to be shown that the customer types; null when they do not. A new one wakes through <see cref="MessageFeed"/>.</summary>
    public Instant? TypingUntil(long conversationId) =>
        _until.TryGetValue(conversationId, out var until) && until > clock.GetCurrentInstant() ? until : null;

    /// <summary>What they typed has come.</summary>
    public void Started(WorkItem item) => _until.TryRemove(item.Conversation.Id, out _);

    public void Committed(WorkItem item, CommittedTurn turn)
    {
    }
}
