using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Startup;

namespace BillingBot.Suspensions;

/// <summary>Carries out what was approved, and looks what has been paid meanwhile. Approvals may come from another process, so it looks again and again.</summary>
internal sealed partial class SuspensionWorker(
    SuspensionClaims claims,
    SuspensionExecution execution,
    SuspensionRecorder recorder,
    SuspensionSweep sweep,
    TimeProvider time,
    ILogger<SuspensionWorker> logger) : PeriodicWorker(time, logger)
{
    protected override TimeSpan Every => TimeSpan.FromSeconds(20);

    /// <summary>One round; it ends when nothing is due.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await claims.DueAsync(cancellationToken))
        {
            try
            {
                if (await claims.ClaimAsync(id, cancellationToken) is { } claim)
                {
                    await recorder.RecordAsync(claim, await execution.RunAsync(claim, cancellationToken), cancellationToken);
                }
            }
#pragma warning disable CA1031 // One request must not hold up the others; its claim runs out and it is tried again.
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogRequest(failure, id);
            }
        }

        await sweep.RunAsync(cancellationToken);
    }

    protected override Task RunRoundAsync(CancellationToken stopping) => RunOnceAsync(stopping);

    [LoggerMessage(Level = LogLevel.Error, Message = "Suspension request {Request} could not be carried out or recorded; it is tried again")]
    private partial void LogRequest(Exception failure, long request);
}
