using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage.Replicas;
using Microsoft.Extensions.Options;

namespace BillingBot.Conversation;

/// <summary>
/// Runs the turns of claimed messages: one at a time per conversation, oldest first, also after a restart. Two replicas that
/// run the same turn do no harm: one commits, the other begins again with what is oldest then.
/// </summary>
internal sealed partial class TurnWorker : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);
    private readonly WorkQueue _work;
    private readonly TurnRunner _runner;
    private readonly ITurnObserver[] _observers;
    private readonly IOptions<ConversationOptions> _options;
    private readonly IOptions<ReplicaOptions> _replicas;
    private readonly TimeSpan _grace;
    private readonly TimeProvider _time;
    private readonly ILogger<TurnWorker> _logger;
    private readonly KeyedQueue<WorkItem> _queue;
    private readonly SeenWaiting _seen = new();
    private CancellationToken _ending;

    public TurnWorker(
        WorkQueue work,
        TurnRunner runner,
        IEnumerable<ITurnObserver> observers,
        IOptions<ConversationOptions> options,
        IOptions<ReplicaOptions> replicas,
        IOptions<HostOptions> host,
        TimeProvider time,
        ILogger<TurnWorker> logger)
    {
        (_work, _runner, _observers, _options, _replicas) = (work, runner, [.. observers], options, replicas);
        (_time, _logger) = (time, logger);
        _grace = host.Value.ShutdownTimeout / 2;
        _queue = new KeyedQueue<WorkItem>(options.Value.Workers, ServeAsync);
    }

    /// <summary>Says that a message was claimed.</summary>
    /// <param name="claim">Of the message.</param>
    /// <param name="lane">Whose it is: see <see cref="KeyedQueue{T}"/>.</param>
    public void Signal(Claim claim, string lane)
    {
        if (claim.Next is { } next)
        {
            _queue.Hand(claim.ConversationId, lane, next, claim.Sequence, oldest: null);
        }
        else
        {
            _queue.Signal(claim.ConversationId, lane);
        }
    }

    /// <summary>
    /// Before a message is claimed: what is claimed will be answered, so no more is than can be. Until it is disposed a claim counts
    /// itself, for a database that says nothing would have it kept in memory, and all its repeats.
    /// </summary>
    /// <exception cref="TooBusyException">There is no room in the lane.</exception>
    public IDisposable Enter(string lane) => _queue.Keep(lane, _options.Value.MaximumWaiting) ?? throw new TooBusyException();

    /// <summary>Takes up what another replica claimed and does not answer any more. Called again and again.</summary>
    /// <param name="evenNew">Also what it may only just have claimed.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task TakeUpAsync(bool evenNew, CancellationToken cancellationToken)
    {
        var waiting = await _work.UnansweredAsync(cancellationToken);
        foreach (var conversationId in _seen.For(evenNew ? TimeSpan.Zero : _replicas.Value.AbandonedAfter, waiting))
        {
            _queue.Signal(conversationId);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var conversationId in await _work.ConversationsAsync(MessageStatus.Accepted, stoppingToken))
        {
            _queue.Signal(conversationId);
        }

        // Turns that run when the bot is told to stop may end; those that take too long are run again, here or elsewhere.
        using var ending = new CancellationTokenSource();
        await using var stopped = stoppingToken.UnsafeRegister(_ => ending.CancelAfter(_grace), state: null);
        _ending = ending.Token;
        await _queue.RunAsync(stoppingToken);
    }

    private async Task<bool> ServeAsync(long conversationId, WorkItem? claimed, CancellationToken stopping)
    {
        try
        {
            var item = claimed ?? await _work.NextAsync(conversationId, MessageStatus.Accepted, stopping);
            if (item is not null && !await RunAsync(item))
            {
                // The conversation went on meanwhile: the store tells what is next.
                _queue.Signal(conversationId);
            }

            return item is not null;
        }
#pragma warning disable CA1031 // A database that is away must not stop the worker; the message stays claimed.
        catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailure(failure, conversationId);
            _queue.Discard(conversationId);
            _ = SignalLaterAsync(conversationId, stopping);
            return false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(failure, conversationId);
            return false;
        }
    }

    private async Task<bool> RunAsync(WorkItem item)
    {
        CommittedTurn? committed = null;
        Array.ForEach(_observers, observer => observer.Started(item));
        try
        {
            committed = await _runner.RunAsync(item, _ending);
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
