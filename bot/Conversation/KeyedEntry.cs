namespace BillingBot.Conversation;

/// <summary>What is to be served of one key. Whoever uses it has the lock of its <see cref="KeyedQueue{T}"/>.</summary>
/// <param name="key">A conversation, for example.</param>
/// <param name="lane">Whose it is.</param>
internal sealed class KeyedEntry<T>(long key, FairLanes<KeyedEntry<T>>.Lane lane)
    where T : class
{
    public long Key => key;
    public FairLanes<KeyedEntry<T>>.Lane Lane => lane;

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

    /// <summary>What else is handed over now is read from the store.</summary>
    public void Discard()
    {
        Handed.Clear();
        From = long.MaxValue;
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
