using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Storage;

/// <summary>
/// SQLite's one writer. Units queue here in arrival order; what came while one was being committed goes into the next
/// transaction together, so that a busy bot waits for its disk once for many units. Nobody is told before the commit.
/// The writer keeps its connection, and with it the pages it has just changed and its prepared statements.
/// </summary>
internal sealed class GroupCommit(IDbContextFactory<BillingDb> factory) : IThreadPoolWorkItem, IDisposable
{
    /// <summary>So many that the disk no longer counts, so few that the first of them does not wait for long.</summary>
    private const int MostTogether = 256;

    private readonly ConcurrentQueue<WaitingUnit> _waiting = new();
    private BillingDb? _db;
    private int _isWriting;

    public Task<T> CommitAsync<T>(Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var unit = new WaitingUnit<T>(work, cancellationToken);
        _waiting.Enqueue(unit);
        Begin();
        return unit.Done;
    }

    public void Dispose() => Interlocked.Exchange(ref _db, null)?.Dispose();

    void IThreadPoolWorkItem.Execute() => _ = WriteAsync();

    /// <summary>Behind the work that already waits for a thread: on a busy machine more units come together by then.</summary>
    private void Begin()
    {
        if (Interlocked.Exchange(ref _isWriting, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private async Task WriteAsync()
    {
        if (Next() is { Count: > 0 } units)
        {
            await CommitAsync(units);
        }

        // With a barrier: whoever queued a unit just before has left it to this writer.
        Interlocked.Exchange(ref _isWriting, 0);
        if (!_waiting.IsEmpty)
        {
            Begin();
        }
    }

    private List<WaitingUnit> Next()
    {
        List<WaitingUnit> units = [];
        while (units.Count < MostTogether && _waiting.TryDequeue(out var unit))
        {
            if (!unit.IsCancelled)
            {
                units.Add(unit);
            }
        }

        return units;
    }

#pragma warning disable CA1031 // Whatever fails is told to whoever waits for it.
    private async Task CommitAsync(List<WaitingUnit> units)
    {
        try
        {
            await TryAsync(units);
            units.ForEach(static unit => unit.Settle());
        }
        catch (Exception failure) when (units.Count == 1)
        {
            units[0].Fail(failure);
        }
        catch (Exception)
        {
            // One of them spoils it for all: each by itself, only that one fails.
            foreach (var unit in units)
            {
                await CommitAsync([unit]);
            }
        }
    }
#pragma warning restore CA1031

    private async Task TryAsync(List<WaitingUnit> units)
    {
        var db = Interlocked.Exchange(ref _db, null) ?? await OpenAsync();
        try
        {
            // Not with one caller's token: it is the transaction of all of them.
            await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
            foreach (var unit in units)
            {
                await unit.RunAsync(db);
                db.ChangeTracker.Clear();
            }

            await transaction.CommitAsync(CancellationToken.None);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }

        Volatile.Write(ref _db, db);
    }

    private async Task<BillingDb> OpenAsync()
    {
        var db = await factory.CreateDbContextAsync(CancellationToken.None);
        await db.Database.OpenConnectionAsync(CancellationToken.None);
        db.Database.AutoSavepointsEnabled = false;
        return db;
    }
}
