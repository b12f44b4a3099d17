using System.Threading.Channels;
using BillingBot.Knowledge.Storage.Replicas;

namespace BillingBot.Replicas;

/// <summary>
/// Collects what the other replicas must be woken for, the same thing once, until <see cref="ReplicaWorker"/> tells them.
/// Where there are no others it does nothing.
/// </summary>
internal sealed class OtherReplicas(Leases leases)
{
    /// <summary>Beyond this they are told to look everywhere, which costs them less.</summary>
    private const int ManyNews = 5_000;
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _lock = new();
    private HashSet<(News News, string About)> _waiting = [];
    private bool _isEverything;

    /// <summary>Never waits; after the commit of what is told.</summary>
    public void Tell(News news, string about)
    {
        if (!leases.AreNeeded)
        {
            return;
        }

        lock (_lock)
        {
            _isEverything |= _waiting.Count >= ManyNews;
            if (_isEverything || !_waiting.Add((news, about)))
            {
                return;
            }
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>What could not be told; the others are told to look everywhere.</summary>
    public void CouldNotTell()
    {
        lock (_lock)
        {
            (_waiting, _isEverything) = ([], true);
        }

        _wake.Writer.TryWrite(true);
    }

    /// <summary>Waits until there is something to tell.</summary>
    /// <returns>Null: everything may be new.</returns>
    public async Task<IReadOnlyCollection<(News News, string About)>?> TakeAsync(CancellationToken cancellationToken)
    {
        await _wake.Reader.ReadAsync(cancellationToken);
        lock (_lock)
        {
            var (taken, everything) = (_waiting, _isEverything);
            (_waiting, _isEverything) = ([], false);
            return everything ? null : taken;
        }
    }
}
