namespace BillingBot.Knowledge.Billing.Import;

/// <summary>What a file asks for, all checked, nothing written yet.</summary>
internal sealed class ImportPlan<TRecord>
{
    private readonly HashSet<string> _rejected = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TRecord> _additions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TRecord> _updates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnknownRecord> _queued = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unchanged = new(StringComparer.Ordinal);

    public IReadOnlyCollection<TRecord> Additions => _additions.Values;
    public IReadOnlyCollection<TRecord> Updates => _updates.Values;
    public IReadOnlyCollection<UnknownRecord> Queued => _queued.Values;
    public int Unchanged => _unchanged.Count;
    public int Rejected => _rejected.Count;
    public bool HasRejections => _rejected.Count > 0;

    public bool IsRejected(string key) => _rejected.Contains(key);

    /// <summary>The database will hold the record as the file tells it.</summary>
    public bool IsTaken(string key) => _additions.ContainsKey(key) || _updates.ContainsKey(key) || _unchanged.Contains(key);

    public void Add(string key, TRecord record) => _additions.Add(key, record);

    public void Update(string key, TRecord record) => _updates.Add(key, record);

    public void Keep(string key) => _unchanged.Add(key);

    public void Queue(string key, UnknownRecord record) => _queued.Add(key, record);

    /// <summary>Whatever was planned for the record is dropped: of two that contradict each other neither is believed.</summary>
    public void Reject(string key)
    {
        _rejected.Add(key);
        _additions.Remove(key);
        _updates.Remove(key);
        _queued.Remove(key);
        _unchanged.Remove(key);
    }
}
