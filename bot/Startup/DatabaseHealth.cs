using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BillingBot.Startup;

/// <summary>Ready means: the database answers, is migrated, and holds something to answer from.</summary>
internal sealed class DatabaseHealth(IDbContextFactory<BillingDb> factory) : IHealthCheck
{
    /// <summary>Waits no longer than it is told to: a database that is there and says nothing holds its client up for longer.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        CheckAsync(cancellationToken).WaitAsync(cancellationToken);

    private async Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken)
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
