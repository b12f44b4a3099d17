using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Storage;

/// <summary>Brings the database up to this program's model. Of several at once one does it and the others wait.</summary>
public sealed class DbMigrator(IDbContextFactory<BillingDb> factory, IOptions<StorageOptions> options)
{
    /// <summary>Any number; a lock of PostgreSQL's that belongs to the session. EF Core's own ends with each migration, so that two would each do a part and stumble over the rest.</summary>
    private const string Lock = "SELECT pg_advisory_lock(720311)";
    private const string Unlock = "SELECT pg_advisory_unlock(720311)";

    /// <returns>Names of the migrations that were missing, oldest first; empty when there was nothing to do.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);

        // Migrating locks the database even when there is nothing to do.
        var missing = await PendingAsync(db, cancellationToken);
        if (missing.Count > 0)
        {
            await MigrateAloneAsync(db, cancellationToken);
        }

        return missing;
    }

    /// <summary>Before the bot's first message and before a command.</summary>
    /// <exception cref="NotMigratedException">The database is older than the program, and to migrate it is the administrator's.</exception>
    public async Task EnsureCurrentAsync(CancellationToken cancellationToken)
    {
        if (options.Value.MigratesAtStart)
        {
            await MigrateAsync(cancellationToken);
            return;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if (await PendingAsync(db, cancellationToken) is { Count: > 0 } missing)
        {
            throw new NotMigratedException(missing);
        }
    }

    private static async Task MigrateAloneAsync(BillingDb db, CancellationToken cancellationToken)
    {
        // A database that is not there yet is made by EF Core; there is nothing to lock in.
        if (!db.Database.IsNpgsql() || !await db.Database.CanConnectAsync(cancellationToken))
        {
            await db.Database.MigrateAsync(cancellationToken);
            return;
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            // However long another takes.
            db.Database.SetCommandTimeout(0);
            await db.Database.ExecuteSqlRawAsync(Lock, cancellationToken);
            await db.Database.MigrateAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync(Unlock, cancellationToken);
        }
        finally
        {
            // With the connection the lock goes in any case.
            db.Database.SetCommandTimeout((int?)null);
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<IReadOnlyList<string>> PendingAsync(BillingDb db, CancellationToken cancellationToken) =>
        [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
}
