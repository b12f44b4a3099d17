using System.Collections.Concurrent;
using BillingBot.Knowledge.Conversations;

namespace BillingBot.Conversation;

/// <summary>
/// Requests that carry the replies of their own turn (invoke, expectReplies). A reply goes either into the request or
/// into the outbox, never into both and never into none: the turn promises it to the request before it commits, and a
/// request that has a promise no longer times out.
/// </summary>
internal sealed class ReplyWaiters(TurnStore store, TimeProvider time) : ITurnObserver
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _promised = new(StringComparer.Ordinal);

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
        var waiter = _waiting.GetOrAdd(key, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        Claim claim;
        try
        {
            claim = await claimAsync();
            if (!claim.IsRepeat || !await store.IsHandledAsync(claim.ConversationId, claim.Sequence, cancellationToken))
            {
                await waiter.Task.WaitAsync(timeout, time, cancellationToken);
            }
        }
        catch (TimeoutException timedOut)
        {
            if (_waiting.TryRemove(KeyValuePair.Create(key, waiter)))
            {
                waiter.TrySetException(timedOut);
            }

            await waiter.Task.WaitAsync(cancellationToken);
            throw;
        }
        finally
        {
            _waiting.TryRemove(KeyValuePair.Create(key, waiter));
        }

        return await store.RepliesToAsync(claim.ConversationId, claim.Sequence, cancellationToken);
    }

    /// <summary>Whether a request will carry the replies of this message's turn; from then on it waits for them.</summary>
    public bool Promise(WorkItem item)
    {
        var key = Key(item);
        if (_waiting.TryRemove(key, out var waiter))
        {
            _promised[key] = waiter;
        }

        return _promised.ContainsKey(key);
    }

    public void Committed(WorkItem item)
    {
        if (_promised.TryRemove(Key(item), out var waiter))
        {
            waiter.TrySetResult();
        }
    }

    private static string Key(WorkItem item) =>
        Key(item.Conversation.Channel, item.Conversation.ChannelConversationId, item.Message.DedupeKey!);

    private static string Key(string channel, string conversation, string dedupeKey) => $"{channel}\n{conversation}\n{dedupeKey}";
}
