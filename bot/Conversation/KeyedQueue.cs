namespace BillingBot.Conversation;

/// <summary>
/// Serves one key at a time per key and many keys at once: with what was handed over, in order, or with nothing, to look into
/// the store. A key is served one item, then goes to the back of its lane, and lanes (a tenant, a channel) take turns; a lane
/// gets no more of the workers than it leaves free, so neither a noisy conversation nor a tenant whose channel hangs keeps
/// the others waiting. A signal during a visit makes one more, so no signal is lost and a burst costs little.
/// </summary>
/// <param name="workers">Keys served at once.</param>
/// <param name="serveAsync">
/// Serves the item that was handed over, or, given null, the next one in the store; then it tells whether there may be more
/// there. Deals with its own failures.
/// </param>
internal sealed class KeyedQueue<T>(int workers, Func<long, T?, CancellationToken, Task<bool>> serveAsync)
    where T : class
{
    /// <summary>The lane of what was found in the database: whose it is, it would have to be read for.</summary>
    public const string Found = "found";
    private readonly Dictionary<long, Entry> _entries = [];
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    /// <summary>Lanes with somebody in them who waits, in the order of their turns.</summary>
    private readonly Queue<Lane> _turns = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private CancellationToken _stopping;
    private int _running;
    private bool _isOpen;

    /// <summary>Something waits in the store, perhaps before what was handed over: all of it is read from there.</summary>
    /// <param name="key">What has something to serve.</param>
    /// <param name="lane">Whose it is; what nobody says that of waits together.</param>
    public void Signal(long key, string lane = Found)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var known))
            {
                known.ReadStore();
            }
            else
            {
                Begin(new Entry(key, LaneOf(lane)) { MustReadStore = true });
            }
        }
    }

    /// <summary>Hands over what was just stored, so that it need not be read again.</summary>
    /// <param name="key">What has something to serve.</param>
    /// <param name="lane">Whose it is.</param>
    /// <param name="item">What is served, unless a visit that reads the store comes upon it first.</param>
    /// <param name="place">Number of its first message.</param>
    /// <param name="oldest">Number of the oldest message that waits in the store before it. Unless that was handed over too, the store is read.</param>
    public void Hand(long key, string lane, T item, long place, long? oldest)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var known))
            {
                var entry = new Entry(key, LaneOf(lane)) { From = place, MustReadStore = oldest is not null };
                if (!entry.MustReadStore)
                {
                    entry.Handed.Enqueue(item);
                }

                Begin(entry);
            }
            else if (known.MustReadStore || oldest < known.From)
            {
                known.ReadStore();
            }
            else
            {
                known.Handed.Enqueue(item);
            }
        }
    }

    /// <summary>Whether something was signalled since the visit to this key began: what was handed over is out of date.</summary>
    public bool IsOvertaken(long key)
    {
        lock (_lock)
        {
            return _entries.TryGetValue(key, out var entry) && entry.MustReadStore;
        }
    }

    /// <summary>In a visit that leaves something undone: what else is handed over is read from the store, after it.</summary>
    public void Discard(long key)
    {
        lock (_lock)
        {
            var entry = _entries[key];
            entry.Handed.Clear();
            entry.From = long.MaxValue;
        }
    }

    /// <summary>Whether a lane may put one more in, where there is room for so many: it is left half of what the others leave.</summary>
    public bool HasRoom(string lane, int room)
    {
        lock (_lock)
        {
            return (_lanes.TryGetValue(lane, out var known) ? known.Waiting.Count + known.Running : 0) < room - _entries.Count;
        }
    }

    /// <summary>Ends, without an exception, when the bot stops and what is being served has ended; what is not served by then stays in the database.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        lock (_lock)
        {
            (_stopping, _isOpen) = (stopping, true);
            Pump();
        }

        await using var end = stopping.UnsafeRegister(static queue => ((KeyedQueue<T>)queue!).Close(), this);
        await _ended.Task;
    }

    private void Close()
    {
        lock (_lock)
        {
            _isOpen = false;
            if (_running == 0)
            {
                _ended.TrySetResult();
            }
        }
    }

    private Lane LaneOf(string name)
    {
        if (!_lanes.TryGetValue(name, out var lane))
        {
            _lanes.Add(name, lane = new Lane(name));
        }

        return lane;
    }

    private void Begin(Entry entry)
    {
        _entries.Add(entry.Key, entry);
        Enqueue(entry);
        Pump();
    }

    private void Enqueue(Entry entry)
    {
        entry.Lane.Waiting.Enqueue(entry);
        if (entry.Lane.Waiting.Count == 1)
        {
            _turns.Enqueue(entry.Lane);
        }
    }

    private void Pump()
    {
        while (_isOpen && _running < workers && Next() is { } entry)
        {
            _running++;
            entry.Lane.Running++;

            // Not in the context of whoever signalled: the visit is nobody's request.
            ThreadPool.UnsafeQueueUserWorkItem(
                static visit => _ = visit.Queue.VisitAsync(visit.Entry, visit.Item), (Queue: this, Entry: entry, Item: entry.Take()), preferLocal: false);
        }
    }

    private Entry? Next()
    {
        for (var left = _turns.Count; left > 0; left--)
        {
            var lane = _turns.Dequeue();
            var entry = lane.Running < workers - _running ? lane.Waiting.Dequeue() : null;
            if (lane.Waiting.Count > 0)
            {
                _turns.Enqueue(lane);
            }

            if (entry is not null)
            {
                return entry;
            }
        }

        return null;
    }

    private async Task VisitAsync(Entry entry, T? item)
    {
        var hasMore = false;
        try
        {
            hasMore = await serveAsync(entry.Key, item, _stopping);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Stays in the database.
        }
#pragma warning disable CA1031 // Whoever runs the queue is told, as of a failure of its own.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _ended.TrySetException(failure);
        }

        lock (_lock)
        {
            _running--;
            entry.Lane.Running--;
            if (item is null && hasMore)
            {
                // What was handed over meanwhile may be what this visit came upon.
                entry.ReadStore();
            }

            if (entry.HasWork)
            {
                Enqueue(entry);
            }
            else
            {
                _entries.Remove(entry.Key);
                if (entry.Lane is { Waiting.Count: 0, Running: 0 } empty)
                {
                    _lanes.Remove(empty.Name);
                }
            }

            Pump();
            if (!_isOpen && _running == 0)
            {
                _ended.TrySetResult();
            }
        }
    }

    private sealed class Lane(string name)
    {
        public string Name => name;
        public Queue<Entry> Waiting { get; } = new();
        public int Running { get; set; }
    }

    private sealed class Entry(long key, Lane lane)
    {
        public long Key => key;
        public Lane Lane => lane;

        /// <summary>Number of the first message that was handed over; what waits before it was not.</summary>
        public long From { get; set; }
        public Queue<T> Handed { get; } = new();
        public bool MustReadStore { get; set; }
        public bool HasWork => MustReadStore || Handed.Count > 0;

        public void ReadStore()
        {
            MustReadStore = true;
            Handed.Clear();
        }

        /// <returns>What is to be served; null for the store.</returns>
        public T? Take()
        {
            if (MustReadStore)
            {
                MustReadStore = false;
                return null;
            }

            return Handed.Dequeue();
        }
    }
}
