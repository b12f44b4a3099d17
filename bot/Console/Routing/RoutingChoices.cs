using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Console.Routing;

/// <summary>Customers and their groups, for leads to choose from.</summary>
internal sealed class RoutingChoices(IDbContextFactory<BillingDb> factory)
{
    private const int Offered = 20;
    private const int MostGroups = 100;

    /// <returns>Customers whose name or key has the words in it; none for whom routing is not.</returns>
    public Task<IReadOnlyList<Customer>> FindAsync(StaffUser by, string words, CancellationToken cancellationToken)
    {
        var part = words.Trim().ToLowerInvariant();
        return ReadAsync(
            by,
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Becomes the database's lower().
            customers => customers.Where(customer => customer.Name.ToLower().Contains(part) || customer.Id.ToLower().Contains(part))
#pragma warning restore CA1304, CA1311, CA1862, MA0011
                .OrderBy(customer => customer.Name).Take(Offered),
            cancellationToken);
    }

    public async Task<Customer?> CustomerAsync(StaffUser by, string id, CancellationToken cancellationToken) =>
        await ReadAsync(by, customers => customers.Where(customer => customer.Id == id), cancellationToken) is [var only] ? only : null;

    /// <returns>Names by key.</returns>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(StaffUser by, IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct(StringComparer.Ordinal).ToList();
        var found = await ReadAsync(by, customers => customers.Where(customer => wanted.Contains(customer.Id)), cancellationToken);
        return found.ToDictionary(customer => customer.Id, customer => customer.Name, StringComparer.Ordinal);
    }

    public Task<IReadOnlyList<string>> GroupsAsync(StaffUser by, CancellationToken cancellationToken) => ReadAsync(
        by, customers => customers.Select(customer => customer.Group).Distinct().OrderBy(group => group).Take(MostGroups), cancellationToken);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(StaffUser by, Func<IQueryable<Customer>, IQueryable<T>> query, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Lead))
        {
            return [];
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await query(db.Customers).ToListAsync(cancellationToken);
    }
}
