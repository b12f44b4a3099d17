namespace BillingBot.Conversation;

/// <summary>
/// Serves one key at a time per key and many keys at once. A key is served one item, then goes to the back of its lane, and
/// lanes (a tenant, a channel) take turns; a lane gets no more of the workers than it leaves free, so neither a noisy
/// conversation nor a tenant whose channel hangs keeps the others waiting. A signal during a visit makes one more, so no signal is lost and a burst costs little.
/// </summary>
/// <param name="workers">Keys served at once.</param>
/// <param name="serveAsync">Serves one item of a key; whether there may be more. Deals with its own failures.</param>
internal sealed class KeyedQueue(int workers, Func<long, CancellationToken, Task<bool>> serveAsync)
{
    private readonly Dictionary<long, Entry> _entries = [];
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    /// <summary>Lanes with somebody in them who waits, in the order of their turns.</summary>
    private readonly Queue<Lane> _turns = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private CancellationToken _stopping;
    private int _running;
    private bool _isOpen;

    /// <param name="key">What has something to serve.</param>
    /// <param name="lane">Whose it is.</param>
    public void Signal(long key, string lane)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(key, out var known))
            {
                known.IsSignalled = true;
                return;
            }

            var entry = new Entry(key, LaneOf(lane));
            _entries.Add(key, entry);
            Enqueue(entry);
            Pump();
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

        await using var end = stopping.UnsafeRegister(static queue => ((KeyedQueue)queue!).Close(), this);
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
            entry.IsSignalled = false;

            // Not in the context of whoever signalled: the visit is nobody's request.
            ThreadPool.UnsafeQueueUserWorkItem(static visit => _ = visit.Queue.VisitAsync(visit.Entry), (Queue: this, Entry: entry), preferLocal: false);
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

    private async Task VisitAsync(Entry entry)
    {
        var hasMore = false;
        try
        {
            hasMore = await serveAsync(entry.Key, _stopping);
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
            if (hasMore || entry.IsSignalled)
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
        public bool IsSignalled { get; set; }
    }
}
