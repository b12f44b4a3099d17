using BillingBot.Knowledge.Storage.Replicas;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace BillingBot.Replicas;

/// <summary>
/// A replica that is told to stop says that it is not ready and goes on serving for a while, so that the load balancer has
/// left it before it listens no more.
/// </summary>
internal sealed class Leaving(Leases leases, IHostApplicationLifetime lifetime, IOptions<ReplicaOptions> options) : IHostedLifecycleService, IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStopping.IsCancellationRequested ? HealthCheckResult.Unhealthy("The bot is stopping.") : HealthCheckResult.Healthy());

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (leases.AreNeeded && options.Value.LeaveFor > TimeSpan.Zero)
        {
            // The host's patience may be shorter; then it stops now.
            await Task.Delay(options.Value.LeaveFor, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
