using Microsoft.Extensions.Options;

namespace BillingBot.Reminders;

/// <summary>Goes round now and then, also after a round that failed.</summary>
internal sealed partial class ReminderWorker(
    ReminderRound round, IOptions<ReminderOptions> options, TimeProvider time, ILogger<ReminderWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.Every, time);
        do
        {
            await GoRoundAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task GoRoundAsync(CancellationToken stopping)
    {
        try
        {
            await round.RunAsync(stopping);
        }
#pragma warning disable CA1031 // A database that is away must not end all reminders; the next round finds what was left.
        catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailure(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of reminders failed; the next one goes on")]
    private partial void LogFailure(Exception failure);
}
