using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Reads what the partner has set about routing.</summary>
public static class RoutingTables
{
    public static async Task<RoutingTable> LoadAsync(BillingDb db, CancellationToken cancellationToken)
    {
        var profile = await db.PartnerProfiles.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new PartnerProfile();
        return new(
            profile.Model,
            await db.RoutingRules.AsNoTracking().OrderBy(rule => rule.Order).ThenBy(rule => rule.Id).ToListAsync(cancellationToken),
            await db.SupportQueues.AsNoTracking().OrderBy(queue => queue.Id).ToListAsync(cancellationToken),
            await db.SupportProviders.AsNoTracking().OrderBy(provider => provider.Id).ToListAsync(cancellationToken),
            await db.HeldPlans.AsNoTracking().OrderBy(plan => plan.Id).ToListAsync(cancellationToken),
            await db.SupportBoundaries.AsNoTracking().OrderBy(line => line.Product).ThenBy(line => line.Id).ToListAsync(cancellationToken))
        {
            ModelVersion = profile.Version,
        };
    }

    /// <summary>For pages: a webhook's secret never leaves the store again.</summary>
    public static async Task<RoutingTable> LoadWithoutSecretsAsync(BillingDb db, CancellationToken cancellationToken)
    {
        var table = await LoadAsync(db, cancellationToken);
        foreach (var provider in table.Providers)
        {
            provider.Secret = null;
        }

        return table;
    }
}
