using BillingBot.Cases;
using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;

namespace BillingBot.Console.Cases;

/// <summary>
/// What an open case page knows, kept up to date: it is woken by feeds that carry nothing, and reads on after the last number it has,
/// so that it misses nothing whatever happens to wake-ups, the connection or the bot.
/// </summary>
internal sealed class CaseScreen(CaseReader reader, CaseFeed cases, MessageFeed messages, TypingBoard typing, TimeProvider time)
{
    /// <summary>Words about time go stale otherwise.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>The delivery of so many newest lines is followed, beside those that are not delivered yet.</summary>
    private const int Unsettled = 30;
    private readonly SortedDictionary<long, TranscriptEntry> _lines = [];
    private readonly List<CaseEvent> _events = [];
    private long? _conversation;

    /// <summary>Null until it was read.</summary>
    public CaseReading? Reading { get; private set; }
    public CaseView? View => (Reading as CaseReading.Shown)?.View;
    public IReadOnlyCollection<TranscriptEntry> Lines => _lines.Values;

    /// <summary>What was said where the case was before; see <see cref="CaseReader.EarlierAsync"/>.</summary>
    public IReadOnlyList<TranscriptEntry> Earlier { get; private set; } = [];
    public IReadOnlyList<CaseEvent> Events => _events;
    public bool CustomerTypes => View is { } view && typing.TypingUntil(view.Case.ConversationId) is not null;

    /// <summary>Follows the case until the page is closed.</summary>
    /// <param name="number">Of the case.</param>
    /// <param name="who">Whoever looks, asked anew at each reading: their session may have ended.</param>
    /// <param name="changed">Shows what is known now.</param>
    /// <param name="failed">Hears of a reading that failed; the next one follows by itself.</param>
    /// <param name="closed">The page is gone.</param>
    public async Task FollowAsync(
        long number, Func<Task<StaffUser>> who, Action changed, Action<Exception> failed, CancellationToken closed)
    {
        while (!closed.IsCancellationRequested)
        {
            using var watch = View is { Case.ConversationId: var conversation } ? messages.Watch(conversation) : null;
            var (pause, wake) = (Longest, watch is null ? cases.NextAsync() : Task.WhenAny(cases.NextAsync(), watch.NextAsync()));
            try
            {
                await ReadAsync(number, await who(), closed);
                changed();
            }
            catch (Exception exception) when (!closed.IsCancellationRequested)
            {
                failed(exception);
                pause = AfterFailure;
            }

            if (View is { } view && watch?.ConversationId != view.Case.ConversationId)
            {
                // The reading told which conversation it is now; it may have gone on since.
                continue;
            }

            await Task.WhenAny(wake, Task.Delay(Shorter(pause), time, closed));
        }
    }

    /// <summary>Reads what is new.</summary>
    public async Task ReadAsync(long number, StaffUser who, CancellationToken closed)
    {
        Reading = Reading is null ? await reader.OpenAsync(who, number, closed) : await reader.ReadAsync(who, number, closed);
        if (Reading is not CaseReading.Shown)
        {
            _lines.Clear();
            _events.Clear();
            Earlier = [];
            _conversation = null;
            return;
        }

        if (View!.Case.ConversationId is var conversation && conversation != _conversation)
        {
            // Taken up in another chat, whose lines are counted anew.
            _lines.Clear();
            Earlier = await reader.EarlierAsync(who, number, closed);
            _conversation = conversation;
        }

        var after = _lines.Values.Where(IsUnsettled).Select(line => line.Sequence)
            .Append(_lines.Keys.LastOrDefault() - Unsettled).Min() - 1;
        while (await reader.TranscriptAfterAsync(who, number, Math.Max(after, 0), closed) is { Count: > 0 } more)
        {
            foreach (var line in more)
            {
                _lines[line.Sequence] = line;
            }

            after = more[^1].Sequence;
        }

        while (await reader.EventsAfterAsync(who, number, _events.Count == 0 ? 0 : _events[^1].Id, closed) is { Count: > 0 } more)
        {
            _events.AddRange(more.Where(happened => _events.Count == 0 || happened.Id > _events[^1].Id));
        }
    }

    /// <summary>That a customer stopped typing wakes nobody.</summary>
    private TimeSpan Shorter(TimeSpan pause) => View is { } view && typing.TypingUntil(view.Case.ConversationId) is { } until
        ? TimeSpan.FromTicks(Math.Clamp((until.ToDateTimeOffset() - time.GetUtcNow()).Ticks, 0, pause.Ticks))
        : pause;

    private static bool IsUnsettled(TranscriptEntry line) => line.Delivery is DeliveryState.Pending or DeliveryState.Failed;
}
