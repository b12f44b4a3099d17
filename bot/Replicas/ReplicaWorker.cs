using BillingBot.Knowledge.Storage.Replicas;
using Microsoft.Extensions.Options;

namespace BillingBot.Replicas;

/// <summary>
/// Keeps this replica in touch with the others: listens, tells, renews what it has leased. All of it may fail for a while; the
/// database says what there is to do, so only time is lost. Measured in the machine's time: the others are machines too.
/// </summary>
internal sealed partial class ReplicaWorker(
    ReplicaLine line,
    OtherReplicas others,
    Leases leases,
    IOptions<ReplicaOptions> options,
    IEnumerable<IReplicaListener> listeners,
    ILogger<ReplicaWorker> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(2);
    private readonly IReplicaListener[] _listeners = [.. listeners];

    /// <summary>After everything that runs here has stopped: others need not wait until it is certain that nothing comes any more.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (!leases.AreNeeded)
        {
            return;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Farewell);
        try
        {
            await leases.GiveBackAsync(patience.Token);
            await TellAsync([(News.Left, "")], patience.Token);
        }
#pragma warning disable CA1031 // Then the others wait for the end of the leases.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailure(failure, "say good-bye");
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => leases.AreNeeded
        ? Task.WhenAll(
            RepeatAsync("listen", ListenAsync, AfterFailure, stoppingToken),
            RepeatAsync("tell", TellAsync, TimeSpan.Zero, stoppingToken),
            RepeatAsync("renew", leases.RenewAsync, options.Value.RenewEvery, stoppingToken))
        : Task.CompletedTask;

    private async Task RepeatAsync(string what, Func<CancellationToken, Task> act, TimeSpan pause, CancellationToken stopping)
    {
        try
        {
            while (true)
            {
                var wait = pause;
                try
                {
                    await act(stopping);
                }
#pragma warning disable CA1031 // The database is away; it is tried again.
                catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    LogFailure(failure, what);
                    wait = AfterFailure;
                }

                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, TimeProvider.System, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The normal end.
        }
    }

    private Task ListenAsync(CancellationToken stopping) => line.ListenAsync(MayHaveMissed, Hear, stopping);

    private async Task TellAsync(CancellationToken stopping)
    {
        var news = await others.TakeAsync(stopping);
        try
        {
            await TellAsync(news, stopping);
        }
        catch
        {
            others.CouldNotTell();
            throw;
        }
    }

    private async Task TellAsync(IReadOnlyCollection<(News News, string About)>? news, CancellationToken cancellationToken)
    {
        foreach (var text in Wire.Write(leases.Me, news))
        {
            await line.TellAsync(text, cancellationToken);
        }
    }

    private void Hear(string text)
    {
        if (Wire.Read(leases.Me, text) is not { } news)
        {
            MayHaveMissed();
            return;
        }

        foreach (var (kind, about) in news)
        {
            Array.ForEach(_listeners, listener => listener.Heard(kind, about));
        }
    }

    private void MayHaveMissed() => Array.ForEach(_listeners, listener => listener.MayHaveMissed());

    [LoggerMessage(Level = LogLevel.Warning, Message = "This replica could not {What}; it is tried again")]
    private partial void LogFailure(Exception failure, string what);
}
