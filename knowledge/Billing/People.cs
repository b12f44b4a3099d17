using System.Data.Common;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Billing;

/// <summary>Finds out who is who. A key that fits nobody finds nobody; nothing is guessed.</summary>
public sealed class People(IDbContextFactory<BillingDb> factory, HotReads reads)
{
    private const string Select =
        """
        SELECT p."Id", p."CustomerId", p."Name", p."Email", p."Language", p."IsBillingContact", p."DirectoryObjectId",
            c."Name", c."Language", c."TimeZone", c."SupportPlan", c."TenantId", c."Group"
        FROM "People" p JOIN "Customers" c ON c."Id" = p."CustomerId"
        """;

    private static readonly HotStatement ById = new($"""{Select} WHERE p."Id" = @p0""", values: 1);

    private static readonly HotStatement InDirectory = new($"""{Select} WHERE c."TenantId" = @p0 AND p."DirectoryObjectId" = @p1""", values: 2);

    /// <returns>The person with their customer, or null.</returns>
    public Task<Person?> FindAsync(string personId, CancellationToken cancellationToken) => reads.ReadAsync(
        async (db, token) => await PersonAsync(await ById.ReadAsync(db, token, personId), token), cancellationToken);

    /// <returns>The person with their customer, or null.</returns>
    public Task<Person?> FindInDirectoryAsync(string tenantId, string objectId, CancellationToken cancellationToken) => reads.ReadAsync(
        async (db, token) => await PersonAsync(await InDirectory.ReadAsync(db, token, tenantId.ToLowerInvariant(), objectId.ToLowerInvariant()), token),
        cancellationToken);

    public async Task<IReadOnlyList<Person>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.People.Include(person => person.Customer).OrderBy(person => person.Id).ToListAsync(cancellationToken);
    }

    private static async Task<Person?> PersonAsync(DbDataReader row, CancellationToken cancellationToken)
    {
        await using (row)
        {
            return !await row.ReadAsync(cancellationToken) ? null : new Person
            {
                Id = row.GetString(0),
                CustomerId = row.GetString(1),
                Name = row.GetString(2),
                Email = row.GetString(3),
                Language = row.GetString(4),
                IsBillingContact = row.GetBoolean(5),
                DirectoryObjectId = row.TextOrNull(6),
                Customer = new Customer
                {
                    Id = row.GetString(1),
                    Name = row.GetString(7),
                    Language = row.GetString(8),
                    TimeZone = row.GetString(9),
                    SupportPlan = row.GetString(10),
                    TenantId = row.TextOrNull(11),
                    Group = row.GetString(12),
                },
            };
        }
    }
}
