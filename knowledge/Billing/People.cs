using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Billing;

/// <summary>Finds out who is who. A key that fits nobody finds nobody; nothing is guessed.</summary>
public sealed class People(IDbContextFactory<BillingDb> factory, HotReads reads)
{
    /// <returns>The person with their customer, or null.</returns>
    public Task<Person?> FindAsync(string personId, CancellationToken cancellationToken) => reads.ReadAsync(
        (db, token) => db.People.Include(person => person.Customer).SingleOrDefaultAsync(person => person.Id == personId, token), cancellationToken);

    /// <returns>The person with their customer, or null.</returns>
    public Task<Person?> FindInDirectoryAsync(string tenantId, string objectId, CancellationToken cancellationToken) => reads.ReadAsync(
        (db, token) => db.People.Include(person => person.Customer).SingleOrDefaultAsync(
            person => person.Customer!.TenantId == tenantId && person.DirectoryObjectId == objectId, token),
        cancellationToken);

    public async Task<IReadOnlyList<Person>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.People.Include(person => person.Customer).OrderBy(person => person.Id).ToListAsync(cancellationToken);
    }
}
