using BillingBot.Cases;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Knowledge.Support.Escalations;
using BillingBot.Startup;

namespace BillingBot.Escalations;

/// <summary>Looks every hour which requests to Microsoft staff must be told of.</summary>
internal sealed class EscalationWorker(EscalationChase chase, CaseFeed feed, Leases leases, TimeProvider time, ILogger<EscalationWorker> logger)
    : PeriodicWorker(time, logger, leases)
{
    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override async Task RunRoundAsync(CancellationToken stopping)
    {
        if (await chase.RaiseAsync(stopping) > 0)
        {
            feed.Publish();
        }
    }
}
