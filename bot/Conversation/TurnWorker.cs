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
    private readonly KeyedQueue _queue;

    public TurnWorker(
        WorkQueue work,
        TurnRunner runner,
        IEnumerable<ITurnObserver> observers,
        IOptions<ConversationOptions> options,
        TimeProvider time,
        ILogger<TurnWorker> logger)
    {
        (_work, _runner, _observers, _time, _logger) = (work, runner, [.. observers], time, logger);
        _queue = new KeyedQueue(options.Value.Workers, DrainAsync);
    }

    /// <summary>Says that a message of the conversation was claimed.</summary>
    public void Signal(long conversationId) => _queue.Signal(conversationId);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var conversationId in await _work.ConversationsAsync(MessageStatus.Accepted, stoppingToken))
        {
            Signal(conversationId);
        }

        await _queue.RunAsync(stoppingToken);
    }

    private async Task DrainAsync(long conversationId, CancellationToken stopping)
    {
        try
        {
            while (await _work.NextAsync(conversationId, MessageStatus.Accepted, stopping) is { } item)
            {
                await RunAsync(item, stopping);
            }
        }
#pragma warning disable CA1031 // A database that is away must not stop the worker; the message stays claimed.
        catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailure(failure, conversationId);
            _ = SignalLaterAsync(conversationId, stopping);
        }
    }

    private async Task RunAsync(WorkItem item, CancellationToken stopping)
    {
        var committed = false;
        Array.ForEach(_observers, observer => observer.Started(item));
        try
        {
            committed = await _runner.RunAsync(item, stopping);
        }
        finally
        {
            Array.ForEach(_observers, committed ? observer => observer.Committed(item) : observer => observer.Abandoned(item));
        }
    }

    private async Task SignalLaterAsync(long conversationId, CancellationToken stopping)
    {
        await Task.Delay(RetryAfter, _time, stopping);
        Signal(conversationId);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The turn of conversation {Conversation} could not be recorded; it is tried again")]
    private partial void LogFailure(Exception failure, long conversation);
}
