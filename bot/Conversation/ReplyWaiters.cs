using System.Globalization;
using BillingBot.Knowledge.Conversations;
using BillingBot.Replicas;

namespace BillingBot.Conversation;

/// <summary>
/// Requests that carry the replies of their own turn (invoke, expectReplies). The turn promises its replies to the request before it
/// commits, and holds them back from delivery. They are sent when a request has left with them; when all have left without, delivery
/// has them. Repeats of one activity wait together. A turn that another replica commits answers through the channel.
/// </summary>
internal sealed partial class ReplyWaiters(
    TurnStore store, CarriedReplies carried, ReplyCarriage carriage, TimeProvider time, ILogger<ReplyWaiters> logger) : ITurnObserver, IReplicaListener
{
    /// <summary>A promised turn has nothing left to do but its commit.</summary>
    private static readonly TimeSpan CommitTime = TimeSpan.FromSeconds(4);
    private readonly Dictionary<string, ReplyWaiter> _waiting = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Claims a message and waits until its turn is committed.</summary>
    /// <param name="inbound">What to claim.</param>
    /// <param name="claimAsync">Claims it and starts its turn.</param>
    /// <param name="which">Which of the replies the request carries.</param>
    /// <param name="timeout">How long to wait for the turn to come near its end.</param>
    /// <param name="cancellationToken">The request's.</param>
    /// <returns>The replies that do not come through the channel, also for a repeat whose turn was long ago.</returns>
    /// <exception cref="TimeoutException">Nothing is recorded yet; unless it is asked for again, the replies will come through the channel.</exception>
    public async Task<CarriedAnswer> WaitAsync(
        InboundMessage inbound, Func<Task<Claim>> claimAsync, RepliesInRequest which, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var key = Key(inbound.Channel, inbound.ChannelConversationId, inbound.DedupeKey);
        var waiter = Join(key);
        try
        {
            var started = time.GetTimestamp();
            var claim = waiter.Claim = await claimAsync();
            if (claim.IsRepeat && await store.IsHandledAsync(claim.ConversationId, claim.Sequence, cancellationToken))
            {
                Begin(waiter, claim);
            }
            else
            {
                await WaitAsync(waiter, timeout - time.GetElapsedTime(started), cancellationToken);
            }

            var replies = await carriage.ReadAsync(claim, which, waiter.Hold, IsPromised(waiter), cancellationToken);
            return new CarriedAnswer(replies, haveLeft => LeaveAsync(key, waiter, haveLeft ? replies : []));
        }
        catch
        {
            await LeaveAsync(key, waiter, []);
            throw;
        }
    }

    /// <summary>Whether a request is to carry the replies of this message's turn; from then on it waits for them.</summary>
    public bool Promise(WorkItem item)
    {
        lock (_lock)
        {
            if (!_waiting.TryGetValue(Key(item), out var waiter) || waiter.Requests == 0)
            {
                return false;
            }

            waiter.Hold ??= carried.Begin(item.Conversation.Id, item.Message.Sequence);
            return waiter.IsPromised = true;
        }
    }

    public void Committed(WorkItem item, CommittedTurn turn)
    {
        ReplyWaiter? waiter;
        bool isOver;
        lock (_lock)
        {
            if (!_waiting.TryGetValue(Key(item), out waiter))
            {
                return;
            }

            waiter.IsCommitted = true;
            isOver = RemoveIfOver(Key(item), waiter);
        }

        waiter.Done.TrySetResult();
        if (isOver)
        {
            _ = EndAsync(waiter);
        }
    }

    /// <summary>It is run again, here or elsewhere, or somebody else has committed it.</summary>
    public void Abandoned(WorkItem item)
    {
        ReplyWaiter? waiter;
        Hold? hold;
        lock (_lock)
        {
            if (!_waiting.TryGetValue(Key(item), out waiter))
            {
                return;
            }

            (hold, waiter.Hold, waiter.IsPromised) = (waiter.Hold, null, false);
            RemoveIfOver(Key(item), waiter);
        }

        if (hold is not null)
        {
            carried.End(hold);
        }

        _ = LookAsync(waiter);
    }

    public void Heard(News news, string about)
    {
        if (news == News.Conversation && long.TryParse(about, CultureInfo.InvariantCulture, out var conversationId))
        {
            LookAt(waiter => waiter.Claim?.ConversationId == conversationId);
        }
    }

    public void MayHaveMissed() => LookAt(_ => true);

    private void LookAt(Func<ReplyWaiter, bool> which)
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
    private async Task LookAsync(ReplyWaiter waiter)
    {
        try
        {
            if (waiter.Claim is { } claim && await store.IsHandledAsync(claim.ConversationId, claim.Sequence, CancellationToken.None) && !IsPromised(waiter))
            {
                waiter.Done.TrySetResult();
            }
        }
#pragma warning disable CA1031 // The request waits for its own time.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailure(failure);
        }
    }

    private async Task WaitAsync(ReplyWaiter waiter, TimeSpan timeout, CancellationToken cancellationToken)
    {
        try
        {
            await waiter.Done.Task.WaitAsync(timeout > TimeSpan.Zero ? timeout : TimeSpan.Zero, time, cancellationToken);
        }
        catch (TimeoutException) when (IsPromised(waiter))
        {
            await waiter.Done.Task.WaitAsync(CommitTime, time, cancellationToken);
        }
    }

    private void Begin(ReplyWaiter waiter, Claim claim)
    {
        lock (_lock)
        {
            waiter.Hold ??= carried.Begin(claim.ConversationId, claim.Sequence);
        }
    }

    private bool IsPromised(ReplyWaiter waiter)
    {
        lock (_lock)
        {
            return waiter.IsPromised;
        }
    }

    private ReplyWaiter Join(string key)
    {
        lock (_lock)
        {
            if (!_waiting.TryGetValue(key, out var waiter))
            {
                _waiting[key] = waiter = new ReplyWaiter();
            }

            waiter.Requests++;
            return waiter;
        }
    }

    /// <param name="taken">What has left with the request.</param>
    private async Task LeaveAsync(string key, ReplyWaiter waiter, IReadOnlyList<Message> taken)
    {
        bool isOver;
        lock (_lock)
        {
            waiter.Requests--;
            waiter.Taken = waiter.Taken is [] ? taken : waiter.Taken;
            isOver = RemoveIfOver(key, waiter);
        }

        if (isOver)
        {
            await EndAsync(waiter);
        }
    }

    private bool RemoveIfOver(string key, ReplyWaiter waiter) => waiter.IsOver && _waiting.Remove(key);

    private Task EndAsync(ReplyWaiter waiter) => waiter.Hold is { } hold ? carriage.EndAsync(hold, waiter.Taken) : Task.CompletedTask;

    private static string Key(WorkItem item) =>
        Key(item.Conversation.Channel, item.Conversation.ChannelConversationId, item.Message.DedupeKey!);

    private static string Key(string channel, string conversation, string dedupeKey) => $"{channel}\n{conversation}\n{dedupeKey}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "It could not be read whether another replica ran a turn that is waited for here")]
    private partial void LogFailure(Exception failure);
}
