using BillingBot.Knowledge.Billing.ProviderLedger;
using BillingBot.Mail;

namespace BillingBot.ProviderLedger;

/// <summary>Looks every hour which of Microsoft's invoices staff must be told of.</summary>
internal sealed partial class LedgerWorker(
    LedgerAlerts alerts, MailSignal mail, TimeProvider time, ILogger<LedgerWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rest, time);
        do
        {
            try
            {
                await alerts.RaiseAsync(stoppingToken);
                mail.Raise();
            }
#pragma warning disable CA1031 // A database that is away must not stop the worker; the alert is raised next time.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailure(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Alerts for the provider's invoices could not be raised; they are tried again")]
    private partial void LogFailure(Exception failure);
}
