using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Storage;

/// <summary>Brings the database up to this program's model. Of several at once one does it and the others wait: EF Core locks its history.</summary>
public sealed class DbMigrator(IDbContextFactory<BillingDb> factory, IOptions<StorageOptions> options)
{
    /// <returns>Names of the migrations that were missing, oldest first; empty when there was nothing to do.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);

        // Migrating locks the database even when there is nothing to do.
        var missing = await PendingAsync(db, cancellationToken);
        if (missing.Count > 0)
        {
            await db.Database.MigrateAsync(cancellationToken);
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

    private static async Task<IReadOnlyList<string>> PendingAsync(BillingDb db, CancellationToken cancellationToken) =>
        [.. await db.Database.GetPendingMigrationsAsync(cancellationToken)];
}
