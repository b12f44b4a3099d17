using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Startup;
using Microsoft.Extensions.Options;

namespace BillingBot.Reminders;

/// <summary>Goes round now and then, where reminders are switched on.</summary>
internal sealed class ReminderWorker(
    ReminderRound round, IOptions<ReminderOptions> options, Leases leases, TimeProvider time, ILogger<ReminderWorker> logger) : PeriodicWorker(time, logger, leases)
{
    protected override TimeSpan Every => options.Value.Every;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        options.Value.Enabled ? base.ExecuteAsync(stoppingToken) : Task.CompletedTask;

    protected override Task RunRoundAsync(CancellationToken stopping) => round.RunAsync(stopping);
}
