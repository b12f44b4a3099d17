using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BillingBot.Startup;

/// <summary>Ready means: the database answers, is migrated, and holds something to answer from.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<BillingDb> factory) : PromptHealthCheck
{
    protected override async Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return HealthCheckResult.Unhealthy("The database is not migrated.");
        }

        return await db.Articles.AnyAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("There are no articles.");
    }
}
