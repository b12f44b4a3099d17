using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Storage;

/// <summary>
/// Reads that happen with every message, on connections that stay open: with SQLite, opening one costs more than most reads,
/// for it reads the file's header and registers EF Core's functions.
/// </summary>
public sealed class HotReads(IDbContextFactory<BillingDb> factory) : IDisposable
{
    /// <summary>More at the same time are opened, and closed again.</summary>
    private const int MostKept = 16;

    private readonly ConcurrentStack<BillingDb> _idle = new();

    public async Task<T> ReadAsync<T>(Func<BillingDb, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        if (!_idle.TryPop(out var db))
        {
            db = await factory.CreateDbContextAsync(cancellationToken);
            await db.Database.OpenConnectionAsync(cancellationToken);
        }

        T result;
        try
        {
            result = await read(db, cancellationToken);
        }
        catch
        {
            // Perhaps the connection is broken.
            await db.DisposeAsync();
            throw;
        }

        if (_idle.Count < MostKept)
        {
            _idle.Push(db);
        }
        else
        {
            await db.DisposeAsync();
        }

        return result;
    }

    public void Dispose()
    {
        while (_idle.TryPop(out var db))
        {
            db.Dispose();
        }
    }
}
