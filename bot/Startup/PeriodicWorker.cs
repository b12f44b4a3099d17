namespace BillingBot.Startup;

/// <summary>Does a round of work at the start and then again and again on the bot's clock, also after one that failed.</summary>
internal abstract partial class PeriodicWorker(TimeProvider time, ILogger logger) : BackgroundService
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
            try
            {
                await RunRoundAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Whatever stands in the way now, such as a database that is away, is tried again next time.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailure(failure, GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of {Worker} failed; it is tried again")]
    private partial void LogFailure(Exception failure, string worker);
}
