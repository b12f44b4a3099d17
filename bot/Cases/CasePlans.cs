using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Cases;

/// <summary>Which support plan a case's customer has.</summary>
internal static class CasePlans
{
    /// <returns>Null for a guest.</returns>
    public static Task<string?> NameAsync(BillingDb db, Case known, CancellationToken cancellationToken) => db.Customers
        .Where(customer => customer.Id == known.CustomerId).Select(customer => customer.SupportPlan).SingleOrDefaultAsync(cancellationToken);
}
