using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BillingBot.Startup;

/// <summary>A check that asks the database. Nobody waits for it longer than for its timeout: a database that is there and says nothing holds its client up for longer.</summary>
internal abstract class PromptHealthCheck : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        CheckAsync(cancellationToken).WaitAsync(cancellationToken);

    protected abstract Task<HealthCheckResult> CheckAsync(CancellationToken cancellationToken);
}
