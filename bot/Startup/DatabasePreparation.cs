using BillingBot.Knowledge.Billing.Demo;
using BillingBot.Knowledge.Canned;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Startup;

/// <summary>Migrates the database, or sees that it is, writes the first routing rules and canned replies and, in Development, seeds the demo partner: before the bot's first message, and before a command.</summary>
internal sealed class DatabasePreparation(
    IDbContextFactory<BillingDb> factory,
    DbMigrator migrator,
    RoutingSeed routing,
    CannedReplySeed cannedReplies,
    DemoCustomers demo,
    DemoReceivables demoReceivables,
    IHostEnvironment environment)
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await migrator.EnsureCurrentAsync(cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);

        // Seeding locks the database even when there is nothing to do.
        if (!await db.PartnerProfiles.AnyAsync(cancellationToken))
        {
            await routing.SeedAsync(environment.IsDevelopment(), cancellationToken);
        }

        if (!await db.CannedReplies.AnyAsync(cancellationToken))
        {
            await cannedReplies.SeedAsync(cancellationToken);
        }

        if (environment.IsDevelopment())
        {
            await demo.SeedAsync(cancellationToken);
            await demoReceivables.SeedAsync(cancellationToken);
        }
    }
}
