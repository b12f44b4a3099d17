using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Writes the rules and queues that a new database begins with, once; what staff delete later stays deleted.</summary>
public sealed class RoutingSeed(DbWriter writer)
{
    /// <param name="demo">Also what the demo partner has; for Development only.</param>
    public Task SeedAsync(bool demo, CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            if (await db.PartnerProfiles.AnyAsync(token))
            {
                return 0;
            }

            db.Add(new PartnerProfile());
            db.AddRange(RoutingDefaults.Queues());
            db.AddRange(RoutingDefaults.Rules());
            if (demo)
            {
                db.AddRange(DemoRouting.All());
            }

            return await db.SaveChangesAsync(token);
        },
        cancellationToken);
}
