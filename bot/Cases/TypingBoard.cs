using System.Collections.Concurrent;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>Which customers are typing now, as far as their channels say so. Known for seconds, in this process only, never stored.</summary>
internal sealed class TypingBoard(MessageFeed feed, IClock clock) : ITurnObserver
{
    /// <summary>Clients say it again every few seconds.</summary>
    private static readonly Duration Shown = Duration.FromSeconds(8);
    private const int ManyEntries = 1_000;
    private readonly ConcurrentDictionary<long, Instant> _until = new();

    public void CustomerTypes(long conversationId)
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
        if (isNews)
        {
            feed.Publish(conversationId);
        }
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
