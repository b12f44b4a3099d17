using BillingBot.Knowledge.Conversations;
using Microsoft.Extensions.Options;

namespace BillingBot.Conversation;

/// <summary>Runs the turns of claimed messages: one at a time per conversation, oldest first, also after a restart.</summary>
internal sealed partial class TurnWorker : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    private readonly WorkQueue _work;
    private readonly TurnRunner _runner;
    private readonly ITurnObserver[] _observers;
    private readonly TimeProvider _time;
    private readonly ILogger<TurnWorker> _logger;
    private readonly KeyedQueue<WorkItem> _queue;

    public TurnWorker(
        WorkQueue work,
        TurnRunner runner,
        IEnumerable<ITurnObserver> observers,
        IOptions<ConversationOptions> options,
        TimeProvider time,
        ILogger<TurnWorker> logger)
    {
        (_work, _runner, _observers, _time, _logger) = (work, runner, [.. observers], time, logger);
        _queue = new KeyedQueue<WorkItem>(options.Value.Workers, DrainAsync);
    }

    /// <summary>Says that a message was claimed.</summary>
    public void Signal(Claim claim)
    {
        if (claim.Next is { } next)
        {
            _queue.Hand(claim.ConversationId, next, claim.Sequence, oldest: null);
        }
        else
        {
            _queue.Signal(claim.ConversationId);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var conversationId in await _work.ConversationsAsync(MessageStatus.Accepted, stoppingToken))
        {
            _queue.Signal(conversationId);
        }

        await _queue.RunAsync(stoppingToken);
    }

    private async Task<long> DrainAsync(long conversationId, IReadOnlyList<WorkItem> claimed, CancellationToken stopping)
    {
        var doneTo = 0L;
        try
        {
            if (claimed.Count > 0)
            {
                await RunClaimedAsync(claimed, stopping);
            }
            else
            {
                while (await _work.NextAsync(conversationId, MessageStatus.Accepted, stopping) is { } item)
                {
                    await RunAsync(item, stopping);
                    doneTo = item.Message.Sequence;
                }
            }
        }
#pragma warning disable CA1031 // A database that is away must not stop the worker; the message stays claimed.
        catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailure(failure, conversationId);
            _queue.Discard(conversationId);
            _ = SignalLaterAsync(conversationId, stopping);
        }

        return doneTo;
    }

    private async Task RunClaimedAsync(IReadOnlyList<WorkItem> claimed, CancellationToken stopping)
    {
        foreach (var item in claimed)
        {
            if (!await RunAsync(item, stopping))
            {
                // The conversation went on meanwhile: the store tells what is next.
                _queue.Signal(item.Conversation.Id);
                return;
            }
        }
    }

    private async Task<bool> RunAsync(WorkItem item, CancellationToken stopping)
    {
        CommittedTurn? committed = null;
        Array.ForEach(_observers, observer => observer.Started(item));
        try
        {
            committed = await _runner.RunAsync(item, stopping);
        }
        finally
        {
            Array.ForEach(_observers, committed is null ? observer => observer.Abandoned(item) : observer => observer.Committed(item, committed));
        }

        return committed is not null;
    }

    private async Task SignalLaterAsync(long conversationId, CancellationToken stopping)
    {
        await Task.Delay(RetryAfter, _time, stopping);
        _queue.Signal(conversationId);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The turn of conversation {Conversation} could not be recorded; it is tried again")]
    private partial void LogFailure(Exception failure, long conversation);
}
