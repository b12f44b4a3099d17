using BillingBot.Knowledge.Storage;
using BillingBot.Startup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Telemetry;

/// <summary>Degraded while a reply has waited too long for its channel.</summary>
internal sealed class OutboxHealth(IDbContextFactory<BillingDb> factory, IOptions<TelemetryOptions> options, IClock clock) : PromptHealthCheck
{
    protected override async Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var waits = await Backlog.OldestReplyAsync(db, clock.GetCurrentInstant(), cancellationToken);
        return waits.ToTimeSpan() <= options.Value.LongestWait
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"A reply has waited {waits.TotalMinutes:0} minutes for its channel.");
    }
}
