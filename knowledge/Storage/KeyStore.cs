using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Storage;

/// <summary>Makes random keys on first use and keeps them beside the data that they protect; also keeps what a service
/// outside has handed over to be shown again, sealed by whoever stores it.</summary>
public sealed class KeyStore(IDbContextFactory<BillingDb> factory, DbWriter writer)
{
    private const int KeyBytes = 32;

    /// <returns>256 random bits, the same ones ever after.</returns>
    public async Task<byte[]> GetOrCreateAsync(string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is { } known)
        {
            return known;
        }

        try
        {
            return await writer.CommitAsync((db, token) => CreateAsync(db, name, token), cancellationToken);
        }
        catch (DbUpdateException conflict)
        {
            // Another instance on the same database was first.
            return await FindAsync(name, cancellationToken)
                ?? throw new InvalidOperationException($"Key {name} could not be stored.", conflict);
        }
    }

    public Task SetAsync(string name, byte[] value, CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            var updated = await db.Keys.Where(key => key.Name == name)
                .ExecuteUpdateAsync(set => set.SetProperty(key => key.Value, value), token);
            if (updated == 0)
            {
                db.Add(new StoredKey { Name = name, Value = value });
                await db.SaveChangesAsync(token);
            }

            return updated;
        },
        cancellationToken);

    /// <returns>Null when nothing is stored under the name.</returns>
    public async Task<byte[]?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Keys.Where(key => key.Name == name).Select(key => key.Value).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Everything stored under names that begin so.</summary>
    public async Task<IReadOnlyList<byte[]>> FindAllAsync(string prefix, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Keys.Where(key => key.Name.StartsWith(prefix)).Select(key => key.Value).ToListAsync(cancellationToken);
    }

    private static async Task<byte[]> CreateAsync(BillingDb db, string name, CancellationToken cancellationToken)
    {
        if (await db.Keys.Where(key => key.Name == name).Select(key => key.Value).SingleOrDefaultAsync(cancellationToken) is { } known)
        {
            return known;
        }

        var created = new StoredKey { Name = name, Value = RandomNumberGenerator.GetBytes(KeyBytes) };
        db.Add(created);
        await db.SaveChangesAsync(cancellationToken);
        return created.Value;
    }
}
