namespace BillingBot.Knowledge.Storage.Replicas;

/// <summary>
/// What this process may do alone until the lease is lost. Its end is measured here from before it was asked for, so it is
/// never later here than at the database; and whatever is written under it (<see cref="Enter"/>) is refused once another has it.
/// </summary>
public sealed class Lease
{
    private static readonly AsyncLocal<Lease?> Entered = new();
    private readonly CancellationTokenSource? _over;

    private Lease(string name, long fence, CancellationTokenSource? over) => (Name, Fence, _over) = (name, fence, over);

    /// <summary>The lease that the present work is done under; null for work that needs none.</summary>
    internal static Lease? Current => Entered.Value;

    public string Name { get; }

    /// <summary>Its number among all takings under this name.</summary>
    public long Fence { get; }

    /// <summary>Cancelled when it was not renewed in time.</summary>
    public CancellationToken Lost => _over?.Token ?? CancellationToken.None;

    public bool IsHeld => !Lost.IsCancellationRequested;

    /// <summary>Until disposed, what is written here, and in what is awaited here, is written only if the lease is still this one.</summary>
    public IDisposable Enter()
    {
        Entered.Value = _over is null ? null : this;
        return new Left();
    }

    /// <summary>Where there is one process, it has everything.</summary>
    internal static Lease OfTheOnlyOne(string name) => new(name, 0, over: null);

    internal static Lease Taken(string name, long fence, TimeSpan left) =>
        new(name, fence, new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, TimeProvider.System));

    internal void Renewed(TimeSpan left)
    {
        if (left > TimeSpan.Zero)
        {
            _over!.CancelAfter(left);
        }
    }

    internal void End() => _over!.Cancel();

    private sealed class Left : IDisposable
    {
        public void Dispose() => Entered.Value = null;
    }
}
