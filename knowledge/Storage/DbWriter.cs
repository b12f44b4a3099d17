using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Storage;

/// <summary>
/// The one way to write: a unit of work in one transaction. SQLite has a single writer, so units queue here in
/// arrival order instead of spinning on a busy database.
/// </summary>
public sealed class DbWriter(IDbContextFactory<BillingDb> factory) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Runs <paramref name="work"/> and commits it; an exception rolls everything back.</summary>
    public async Task<T> CommitAsync<T>(
        Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var db = await factory.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var result = await work(db, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
