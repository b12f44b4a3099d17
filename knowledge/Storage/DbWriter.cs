using System.Data;
using BillingBot.Knowledge.Storage.Replicas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Storage;

/// <summary>
/// The one way to write: a unit of work in one transaction, as if it ran alone. SQLite has a single writer, so units queue
/// up and are committed together (<see cref="GroupCommit"/>). PostgreSQL has many, in several processes: there units run
/// side by side as serializable transactions, and one that another overtook is run again.
/// </summary>
public sealed class DbWriter(IDbContextFactory<BillingDb> factory, IOptions<StorageOptions> options) : IDisposable
{
    private const int MostAttempts = 40;
    private const double LongestPause = 250;
    private readonly GroupCommit? _group = options.Value.Kind == DatabaseProvider.Sqlite ? new(factory) : null;

    /// <summary>Runs <paramref name="work"/> and commits it; an exception rolls everything back.</summary>
    /// <param name="work">May run more than once, each time from the start and with nothing tracked.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<T> CommitAsync<T>(Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        _group?.CommitAsync(work, cancellationToken) ?? CommitAsync(work, IsolationLevel.Serializable, cancellationToken);

    /// <summary>
    /// As <see cref="CommitAsync{T}(Func{BillingDb, CancellationToken, Task{T}}, CancellationToken)"/>, for the units that
    /// run with every message, and moves of a case. They decide by rows alone that they lock before they read them (<see cref="RowLocks"/>) or by a
    /// compare-and-set, so they need not be protected against what others do to other rows, and never lose against it.
    /// </summary>
    public Task<T> CommitLockingAsync<T>(Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        _group?.CommitAsync(work, cancellationToken) ?? CommitAsync(work, IsolationLevel.ReadCommitted, cancellationToken);

    public void Dispose() => _group?.Dispose();

    private async Task<T> CommitAsync<T>(
        Func<BillingDb, CancellationToken, Task<T>> work, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(work, isolation, cancellationToken);
            }
            catch (Exception lost) when (attempt < MostAttempts && DbFailures.IsLostRace(lost, attempt))
            {
                await Task.Delay(Pause(attempt), TimeProvider.System, cancellationToken);
            }
        }
    }

    private async Task<T> TryAsync<T>(
        Func<BillingDb, CancellationToken, Task<T>> work, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);

        // Of a unit that fails nothing is kept, so there is nothing to go back to within it.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(isolation, cancellationToken);
        if (Lease.Current is { } lease)
        {
            await Leases.CheckAsync(db, lease, cancellationToken);
        }

        var result = await work(db, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>Longer each time and by chance, so that those who met do not meet again. Machine time: the other is a transaction, not a person.</summary>
    private static TimeSpan Pause(int attempt)
    {
#pragma warning disable CA5394 // Jitter, not a secret.
        return TimeSpan.FromMilliseconds(Math.Min(LongestPause, Math.Pow(2, attempt)) * Random.Shared.NextDouble());
#pragma warning restore CA5394
    }
}
