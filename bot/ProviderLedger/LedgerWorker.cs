using BillingBot.Knowledge.Billing.ProviderLedger;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Mail;
using BillingBot.Startup;

namespace BillingBot.ProviderLedger;

/// <summary>Looks every hour which of Microsoft's invoices staff must be told of.</summary>
internal sealed class LedgerWorker(LedgerAlerts alerts, MailSignal mail, Leases leases, TimeProvider time, ILogger<LedgerWorker> logger)
    : PeriodicWorker(time, logger, leases)
{
    protected override TimeSpan Every => TimeSpan.FromHours(1);

    protected override async Task RunRoundAsync(CancellationToken stopping)
    {
        await alerts.RaiseAsync(stopping);
        mail.Raise();
    }
}
