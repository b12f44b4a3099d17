using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Finds the customer a row names, by id or by tenant id. Nothing else is tried: a customer is never guessed.</summary>
internal sealed class CustomerIndex
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public static async Task<CustomerIndex> LoadAsync(BillingDb db, CancellationToken cancellationToken)
    {
        var index = new CustomerIndex();
        var customers = await db.Customers.Select(customer => new { customer.Id, customer.TenantId }).ToListAsync(cancellationToken);
        foreach (var customer in customers)
        {
            if (customer.TenantId is not null)
            {
                index._ids[customer.TenantId] = customer.Id;
            }
        }

        // After the tenants, so that an id always means itself.
        foreach (var customer in customers)
        {
            index._ids[customer.Id] = customer.Id;
        }

        return index;
    }

    public string? Find(string said)
    {
        var name = said.Trim();
        return name.Length == 0 ? null : _ids.GetValueOrDefault(name) ?? _ids.GetValueOrDefault(name.ToLowerInvariant());
    }
}
