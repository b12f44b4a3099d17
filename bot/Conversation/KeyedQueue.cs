using System.Threading.Channels;

namespace BillingBot.Conversation;

/// <summary>
/// Runs <paramref name="drain"/> for one conversation at a time per conversation and for many conversations at once: with
/// what was handed over, in order, or with nothing, to look into the store. A signal during a run makes one more run, so no
/// signal is lost and a burst costs little.
/// </summary>
/// <param name="workers">Conversations at the same time.</param>
/// <param name="drain">Tells up to which message everything is done, zero when it does not know.</param>
internal sealed class KeyedQueue<T>(int workers, Func<long, IReadOnlyList<T>, CancellationToken, Task<long>> drain)
{
    private readonly Channel<long> _ready = Channel.CreateUnbounded<long>();

    /// <summary>Those that are queued or running.</summary>
    private readonly Dictionary<long, Entry> _active = [];
    private readonly Lock _lock = new();

    /// <summary>Something waits in the store, perhaps before what was handed over: all of it is read from there.</summary>
    public void Signal(long conversationId)
    {
        lock (_lock)
        {
            if (_active.TryGetValue(conversationId, out var entry))
            {
                entry.ReadStore();
                return;
            }

            _active.Add(conversationId, new Entry { MustReadStore = true });
        }

        _ready.Writer.TryWrite(conversationId);
    }

    /// <summary>Hands over what was just stored, so that it need not be read again.</summary>
    /// <param name="conversationId">Whose it is.</param>
    /// <param name="item">What drain gets, unless a run that reads the store comes upon it first.</param>
    /// <param name="place">Number of its first message.</param>
    /// <param name="oldest">Number of the oldest message that waits in the store before it. Unless that was handed over too, the store is read.</param>
    public void Hand(long conversationId, T item, long place, long? oldest)
    {
        lock (_lock)
        {
            if (_active.TryGetValue(conversationId, out var entry))
            {
                if (entry.MustReadStore || oldest < entry.From)
                {
                    entry.ReadStore();
                }
                else
                {
                    entry.Handed.Add((place, item));
                }

                return;
            }

            _active.Add(conversationId, oldest is null ? new Entry { From = place, Handed = [(place, item)] } : new Entry { MustReadStore = true });
        }

        _ready.Writer.TryWrite(conversationId);
    }

    /// <summary>Whether something was signalled since the run of this conversation began: what was handed over is out of date.</summary>
    public bool IsOvertaken(long conversationId)
    {
        lock (_lock)
        {
            return _active.TryGetValue(conversationId, out var entry) && entry.MustReadStore;
        }
    }

    /// <summary>After a run that left something undone: what else was handed over is read from the store, after it.</summary>
    public void Discard(long conversationId)
    {
        lock (_lock)
        {
            var entry = _active[conversationId];
            entry.Handed.Clear();
            entry.From = long.MaxValue;
        }
    }

    /// <summary>Ends, without an exception, when the bot stops; what is not drained by then stays in the database.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => WorkAsync(stopping)));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The normal end.
        }
    }

    private async Task WorkAsync(CancellationToken stopping)
    {
        await foreach (var conversationId in _ready.Reader.ReadAllAsync(stopping))
        {
            if (IsDone(conversationId, await drain(conversationId, Take(conversationId), stopping)))
            {
                continue;
            }

            _ready.Writer.TryWrite(conversationId);
        }
    }

    private IReadOnlyList<T> Take(long conversationId)
    {
        lock (_lock)
        {
            var entry = _active[conversationId];
            if (entry.MustReadStore)
            {
                entry.MustReadStore = false;
                return [];
            }

            var handed = entry.Handed;
            entry.Handed = [];
            return [.. handed.Select(one => one.Item)];
        }
    }

    private bool IsDone(long conversationId, long doneTo)
    {
        lock (_lock)
        {
            var entry = _active[conversationId];
            entry.Handed.RemoveAll(one => one.Place <= doneTo);
            return !entry.MustReadStore && entry.Handed.Count == 0 && _active.Remove(conversationId);
        }
    }

    private sealed class Entry
    {
        public long From { get; set; }
        public List<(long Place, T Item)> Handed { get; set; } = [];
        public bool MustReadStore { get; set; }

        public void ReadStore()
        {
            MustReadStore = true;
            Handed.Clear();
        }
    }
}
