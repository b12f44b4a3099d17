using System.Globalization;
using BillingBot.Knowledge.Conversations;
using BillingBot.Replicas;

namespace BillingBot.Conversation;

/// <summary>
/// Requests that carry the replies of their own turn (invoke, expectReplies). A reply goes either into the request or
/// into the outbox: the turn promises it to the request before it commits, and a request that has a promise waits a
/// little longer. Repeats of one activity wait together. A turn that another replica commits answers through the channel.
/// </summary>
internal sealed partial class ReplyWaiters(TurnStore store, TimeProvider time, ILogger<ReplyWaiters> logger) : ITurnObserver, IReplicaListener
{
    /// <summary>A promised turn has nothing left to do but its commit.</summary>
    private static readonly TimeSpan CommitTime = TimeSpan.FromSeconds(4);
    private readonly Dictionary<string, Waiter> _waiting = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Claims a message and waits until its turn is committed.</summary>
    /// <param name="inbound">What to claim.</param>
    /// <param name="claimAsync">Claims it and starts its turn.</param>
    /// <param name="timeout">How long to wait for the turn to come near its end.</param>
    /// <param name="cancellationToken">The request's.</param>
    /// <returns>The recorded replies, also for a repeat whose turn was long ago.</returns>
    /// <exception cref="TimeoutException">The replies will come through the channel.</exception>
    public async Task<IReadOnlyList<Message>> WaitAsync(
        InboundMessage inbound, Func<Task<Claim>> claimAsync, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var key = Key(inbound.Channel, inbound.ChannelConversationId, inbound.DedupeKey);
        var waiter = Join(key);
        try
        {
            var claim = waiter.Claim = await claimAsync();
            if (!claim.IsRepeat || !await store.IsHandledAsync(claim.ConversationId, claim.Sequence, cancellationToken))
            {
                await WaitAsync(waiter, timeout, cancellationToken);
            }

            return await store.RepliesToAsync(claim.ConversationId, claim.Sequence, cancellationToken);
        }
        finally
        {
            Leave(key, waiter);
        }
    }

    /// <summary>Whether a request will carry the replies of this message's turn; from then on it waits for them.</summary>
    public bool Promise(WorkItem item)
    {
        lock (_lock)
        {
            return _waiting.TryGetValue(Key(item), out var waiter) && (waiter.IsPromised = true);
        }
    }

    public void Committed(WorkItem item, CommittedTurn turn) => Find(item)?.Done.TrySetResult();

    /// <summary>Whoever commits the turn sends its replies; this request is told that they come through the channel.</summary>
    public void Abandoned(WorkItem item) => Find(item)?.Done.TrySetException(new TimeoutException("The turn is run again."));

    public void Heard(News news, string about)
    {
        if (news == News.Conversation && long.TryParse(about, CultureInfo.InvariantCulture, out var conversationId))
        {
            LookAt(waiter => waiter.Claim?.ConversationId == conversationId);
        }
    }

    public void MayHaveMissed() => LookAt(_ => true);

    private void LookAt(Func<Waiter, bool> which)
    {
        lock (_lock)
        {
            foreach (var waiter in _waiting.Values.Where(waiter => !waiter.IsPromised && which(waiter)))
            {
                _ = LookAsync(waiter);
            }
        }
    }

    /// <summary>What this replica commits itself it is not told of from outside, and a turn that is promised here is about to be.</summary>
    private async Task LookAsync(Waiter waiter)
    {
        try
        {
            if (waiter.Claim is { } claim && await store.IsHandledAsync(claim.ConversationId, claim.Sequence, CancellationToken.None) && !IsPromised(waiter))
            {
                waiter.Done.TrySetException(new TimeoutException("Another replica ran the turn."));
            }
        }
#pragma warning disable CA1031 // The request waits for its own time.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailure(failure);
        }
    }

    private async Task WaitAsync(Waiter waiter, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await waiter.Done.Task.WaitAsync(timeout, time, cancellationToken);
        }
        catch (TimeoutException) when (IsPromised(waiter))
        {
            await waiter.Done.Task.WaitAsync(CommitTime, time, cancellationToken);
        }
    }

    private bool IsPromised(Waiter waiter)
    {
        lock (_lock)
        {
            return waiter.IsPromised;
        }
    }

    private Waiter Join(string key)
    {
        lock (_lock)
        {
            if (!_waiting.TryGetValue(key, out var waiter))
            {
                _waiting[key] = waiter = new Waiter();
            }

            waiter.Requests++;
            return waiter;
        }
    }

    private void Leave(string key, Waiter waiter)
    {
        lock (_lock)
        {
            if (--waiter.Requests == 0)
            {
                _waiting.Remove(key);
            }
        }
    }

    private Waiter? Find(WorkItem item)
    {
        lock (_lock)
        {
            return _waiting.GetValueOrDefault(Key(item));
        }
    }

    private static string Key(WorkItem item) =>
        Key(item.Conversation.Channel, item.Conversation.ChannelConversationId, item.Message.DedupeKey!);

    private static string Key(string channel, string conversation, string dedupeKey) => $"{channel}\n{conversation}\n{dedupeKey}";

    private sealed class Waiter
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public int Requests { get; set; }
        public bool IsPromised { get; set; }

        /// <summary>Null until it is claimed.</summary>
        public Claim? Claim { get; set; }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be read whether another replica ran a turn that is waited for here")]
    private partial void LogFailure(Exception failure);
}
