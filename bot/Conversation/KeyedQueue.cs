namespace BillingBot.Conversation;

/// <summary>
/// Serves one key at a time per key and many keys at once: with what was handed over, in order, or with nothing, to look into
/// the store. A key is served one item, then goes to the back of its lane (see <see cref="FairLanes{T}"/>), so neither a noisy
/// conversation nor a tenant whose channel hangs keeps the others waiting. A signal during a visit makes one more, so no
/// signal is lost and a burst costs little.
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
    private readonly Dictionary<long, KeyedEntry<T>> _entries = [];
    private readonly FairLanes<KeyedEntry<T>> _lanes = new(workers);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private CancellationToken _stopping;
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
                Begin(new KeyedEntry<T>(key, _lanes.Of(lane)) { MustReadStore = true });
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
                var entry = new KeyedEntry<T>(key, _lanes.Of(lane)) { From = place, MustReadStore = oldest is not null };
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
            _entries[key].Discard();
        }
    }

    /// <summary>Keeps a place for what is about to be stored, where there is room for so many: a lane is left half of what the others leave.</summary>
    /// <returns>The place, which is given back when what was stored has been handed over or signalled; null where there is none.</returns>
    public IDisposable? Keep(string lane, int room)
    {
        lock (_lock)
        {
            return _lanes.CountOf(lane) < room - _entries.Count - _lanes.Kept ? new Place(this, _lanes.Keep(lane)) : null;
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
            EndWhenServed();
        }
    }

    private void Begin(KeyedEntry<T> entry)
    {
        _entries.Add(entry.Key, entry);
        _lanes.Enqueue(entry.Lane, entry);
        Pump();
    }

    private void Pump()
    {
        while (_isOpen && _lanes.Enter() is { } entry)
        {
            // Not in the context of whoever signalled: the visit is nobody's request.
            ThreadPool.UnsafeQueueUserWorkItem(
                static visit => _ = visit.Queue.VisitAsync(visit.Entry, visit.Item), (Queue: this, Entry: entry, Item: entry.Take()), preferLocal: false);
        }
    }

    private async Task VisitAsync(KeyedEntry<T> entry, T? item)
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
            if (item is null && hasMore)
            {
                // What was handed over meanwhile may be what this visit came upon.
                entry.ReadStore();
            }

            if (entry.HasWork)
            {
                _lanes.Enqueue(entry.Lane, entry);
            }
            else
            {
                _entries.Remove(entry.Key);
            }

            _lanes.Leave(entry.Lane);
            Pump();
            EndWhenServed();
        }
    }

    private sealed class Place(KeyedQueue<T> queue, FairLanes<KeyedEntry<T>>.Lane lane) : IDisposable
    {
        public void Dispose()
        {
            lock (queue._lock)
            {
                queue._lanes.GiveBack(lane);
            }
        }
    }

    private void EndWhenServed()
    {
        if (!_isOpen && _lanes.Running == 0)
        {
            _ended.TrySetResult();
        }
    }
}
