using BillingBot.Knowledge.Storage.Replicas;

namespace BillingBot.Startup;

/// <summary>Does a round of work at the start and then again and again on the bot's clock, also after one that failed.</summary>
/// <param name="time">The bot's clock.</param>
/// <param name="logger">Hears of failures.</param>
/// <param name="leases">Where one of the replicas is to do it for all; null where each does it for itself.</param>
internal abstract partial class PeriodicWorker(TimeProvider time, ILogger logger, Leases? leases = null) : BackgroundService
{
    /// <summary>Time between rounds; a round that takes longer is followed by the next at once.</summary>
    protected abstract TimeSpan Every { get; }

    protected TimeProvider Time => time;

    protected abstract Task RunRoundAsync(CancellationToken stopping);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            // Off the clock's thread: one that jumps by days must not wait for every round in between.
            await Task.Yield();
            var isMine = true;
            try
            {
                isMine = await TryRoundAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Whatever stands in the way now, such as a database that is away, is tried again next time.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailure(failure, GetType().Name);
            }

            // Whoever waits for another's end does not wait for an hour.
            var next = isMine || Every < leases!.Length ? Every : leases.Length;
            if (timer.Period != next)
            {
                timer.Period = next;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <returns>False when another replica does it.</returns>
    private async Task<bool> TryRoundAsync(CancellationToken stopping)
    {
        if (leases is null)
        {
            await RunRoundAsync(stopping);
            return true;
        }

        if (await leases.TakeAsync(GetType().Name, stopping) is not { } lease)
        {
            return false;
        }

        using var fenced = lease.Enter();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, lease.Lost);
        await RunRoundAsync(either.Token);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Worker} failed; it is tried again")]
    private partial void LogFailure(Exception failure, string worker);
}
