namespace BillingBot.Conversation;

/// <summary>
/// Who is served next. Each lane (a tenant, a channel) is a queue, and lanes take turns; a lane gets no more of the workers
/// than it leaves free, so that one whose channel hangs does not keep the others waiting. Not safe for threads.
/// </summary>
/// <param name="workers">Served at once.</param>
internal sealed class FairLanes<T>(int workers)
    where T : class
{
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);

    /// <summary>Those in which somebody waits, in the order of their turns.</summary>
    private readonly Queue<Lane> _turns = new();

    /// <summary>How many are being served.</summary>
    public int Running { get; private set; }

    public Lane Of(string name)
    {
        if (!_lanes.TryGetValue(name, out var lane))
        {
            _lanes.Add(name, lane = new Lane(name));
        }

        return lane;
    }

    /// <summary>Places that are kept.</summary>
    public int Kept { get; private set; }

    /// <summary>How many of a lane wait or are served, or have a place kept.</summary>
    public int CountOf(string name) => _lanes.TryGetValue(name, out var lane) ? lane.Waiting.Count + lane.Running + lane.Kept : 0;

    /// <summary>Keeps a place for somebody who may come, until it is given back.</summary>
    public Lane Keep(string name)
    {
        var lane = Of(name);
        Kept++;
        lane.Kept++;
        return lane;
    }

    public void GiveBack(Lane lane)
    {
        Kept--;
        lane.Kept--;
        RemoveIfOver(lane);
    }

    public void Enqueue(Lane lane, T waiting)
    {
        lane.Waiting.Enqueue(waiting);
        if (lane.Waiting.Count == 1)
        {
            _turns.Enqueue(lane);
        }
    }

    /// <summary>Who is served now, until <see cref="Leave"/>; null when nobody may be.</summary>
    public T? Enter()
    {
        for (var left = Running < workers ? _turns.Count : 0; left > 0; left--)
        {
            var lane = _turns.Dequeue();
            var isAllowed = lane.Running < workers - Running;
            var next = isAllowed ? lane.Waiting.Dequeue() : null;
            if (lane.Waiting.Count > 0)
            {
                _turns.Enqueue(lane);
            }

            if (next is not null)
            {
                Running++;
                lane.Running++;
                return next;
            }
        }

        return null;
    }

    /// <summary>One of a lane was served. What of it waits anew was put in before.</summary>
    public void Leave(Lane lane)
    {
        Running--;
        lane.Running--;
        RemoveIfOver(lane);
    }

    private void RemoveIfOver(Lane lane)
    {
        if (lane is { Waiting.Count: 0, Running: 0, Kept: 0 })
        {
            _lanes.Remove(lane.Name);
        }
    }

    /// <summary>Those who share one turn.</summary>
    internal sealed class Lane(string name)
    {
        public string Name => name;
        public Queue<T> Waiting { get; } = new();
        public int Running { get; set; }
        public int Kept { get; set; }
    }
}
