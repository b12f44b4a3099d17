using BillingBot.Channels.Delivery;
using BillingBot.Conversation;
using BillingBot.Knowledge.Storage.Replicas;

namespace BillingBot.Replicas;

/// <summary>Looks now and then for messages that a replica claimed, or was sending, and died with; at once when one says that it leaves.</summary>
internal sealed partial class AbandonedWork(
    TurnWorker turns, DeliveryWorker deliveries, Leases leases, ILogger<AbandonedWork> logger) : BackgroundService, IReplicaListener
{
    private readonly SemaphoreSlim _left = new(0);

    public void Heard(News news, string about)
    {
        if (news == News.Left)
        {
            _left.Release();
        }
    }

    /// <summary>The next look is soon.</summary>
    public void MayHaveMissed()
    {
    }

    public override void Dispose()
    {
        base.Dispose();
        _left.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (leases.AreNeeded)
        {
            var hasLeft = await _left.WaitAsync(leases.Length / 6, stoppingToken);
            try
            {
                await turns.TakeUpAsync(evenNew: hasLeft, stoppingToken);
                await deliveries.TakeUpAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A database that is away is asked again.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailure(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be looked for work that another replica left; it is tried again")]
    private partial void LogFailure(Exception failure);
}
