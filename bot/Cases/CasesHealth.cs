using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BillingBot.Cases;

/// <summary>Degraded while a case waits of which nobody was told.</summary>
internal sealed class CasesHealth(IDbContextFactory<BillingDb> factory) : PromptHealthCheck
{
    protected override async Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var unseen = await db.Cases.CountAsync(
            known => known.Status == CaseStatus.Waiting && known.AlarmedAt != null && known.ToldAt == null, cancellationToken);
        return unseen == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{unseen} cases wait and nobody was told of them.");
    }
}
