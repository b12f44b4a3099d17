using System.Collections.Concurrent;
using BillingBot.Channels.Activities;
using BillingBot.Conversation;
using BillingBot.Knowledge;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Protocol;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Channels.Delivery;

/// <summary>
/// Sends recorded replies through the connector, in order per conversation, whichever replica does it. A reply is taken
/// before it is sent and marked right after the channel took it; a crash between the two sends it once more under the same delivery id.
/// </summary>
internal sealed partial class DeliveryWorker : BackgroundService, ITurnObserver
{
    /// <summary>So long nobody else can have taken over a conversation without a case, which a customer must ask for first.</summary>
    private static readonly TimeSpan JustNow = TimeSpan.FromSeconds(1);
    private static readonly Duration AfterFailure = Duration.FromSeconds(5);
    private readonly WorkQueue _work;
    private readonly Outbox _outbox;
    private readonly CarriedReplies _carried;
    private readonly ReplySender _sender;
    private readonly MessageFeed _feed;
    private readonly RetryPolicy _retries;
    private readonly SendPace _pace;
    private readonly Leases _leases;
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly ILogger<DeliveryWorker> _logger;
    private readonly KeyedQueue<Batch> _queue;

    /// <summary>When each conversation is looked at again, in time that does not jump.</summary>
    private readonly ConcurrentDictionary<long, Later> _later = new();
    private CancellationToken _stopping;

    public DeliveryWorker(
        WorkQueue work,
        Outbox outbox,
        CarriedReplies carried,
        ReplySender sender,
        MessageFeed feed,
        RetryPolicy retries,
        SendPace pace,
        Leases leases,
        IOptions<DeliveryOptions> options,
        IClock clock,
        TimeProvider time,
        ILogger<DeliveryWorker> logger)
    {
        (_work, _outbox, _carried, _sender, _feed, _retries, _pace) = (work, outbox, carried, sender, feed, retries, pace);
        (_leases, _clock, _time, _logger) = (leases, clock, time, logger);
        _queue = new KeyedQueue<Batch>(options.Value.Workers, ServeAsync);
        _carried.Ended = conversationId => _queue.Signal(conversationId);
    }

    public void Committed(WorkItem item, CommittedTurn turn)
    {
        if (turn.Replies is null)
        {
            Said(item.Conversation);
        }
        else if (turn.Replies.Where(reply => reply.Status == MessageStatus.Pending).ToList() is [var first, ..] pending)
        {
            var reference = ReferenceOf(item.Conversation);
            _queue.Hand(
                item.Conversation.Id, LaneOf(item.Conversation, reference), new Batch(item.Conversation, reference, pending, _time.GetTimestamp()), first.Sequence, turn.OldestPending);
        }
    }

    public void Said(Knowledge.Conversations.Conversation conversation)
    {
        if (conversation.Channel != OwnChannel.DirectLine)
        {
            _queue.Signal(conversation.Id, LaneOf(conversation, ReferenceOf(conversation)));
        }
    }

    /// <summary>Takes up what is due, and what nobody is sending, whoever recorded it.</summary>
    public async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        foreach (var conversationId in await _work.UndeliveredAsync(_clock.GetCurrentInstant(), _retries.Longest, cancellationToken))
        {
            _queue.Signal(conversationId);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _stopping = stoppingToken;
        foreach (var conversationId in await _work.ConversationsAsync(MessageStatus.Pending, stoppingToken))
        {
            _queue.Signal(conversationId);
        }

        await _queue.RunAsync(stoppingToken);
    }

    private async Task<bool> ServeAsync(long conversationId, Batch? recorded, CancellationToken stopping)
    {
        try
        {
            _carried.Forget(conversationId);
            if (recorded is not null)
            {
                await SendAsync(recorded, stopping);
                return false;
            }

            // Stopping is heeded between messages only: a send that is under way is finished and recorded, not doubled.
            var waited = _later.TryGetValue(conversationId, out var later) && later.IsOver && _later.TryRemove(conversationId, out _) ? later.Due : null;
            return await _work.NextAsync(conversationId, MessageStatus.Pending, stopping) is { } item && await SendAsync(item, waited, stopping);
        }
#pragma warning disable CA1031 // A database that is away must not stop delivery; the message stays in the outbox.
        catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailure(failure, conversationId);
            _queue.Discard(conversationId);
            SignalLater(conversationId, KeyedQueue<Batch>.Found, AfterFailure);
            return false;
        }
    }

    /// <summary>
    /// Replies that were recorded a moment ago are sent as they are. Each is marked before the next is sent: only the newest that
    /// the channel has may come again after a crash, never one with later ones behind it.
    /// </summary>
    private async Task SendAsync(Batch recorded, CancellationToken stopping)
    {
        try
        {
            foreach (var item in recorded.Messages.Select(message => new WorkItem(recorded.Conversation, message)))
            {
                stopping.ThrowIfCancellationRequested();
                var asked = TimeProvider.System.GetTimestamp();
                if (!IsNews(recorded) || WaitFor(item, recorded.Reference) > Duration.Zero || !await _outbox.TakeAsync(item.Message, _leases.MayTakeOver, stopping))
                {
                    _queue.Signal(item.Conversation.Id);
                    return;
                }

                var result = await _sender.SendAsync(item, recorded.Reference, asked);
                await _sender.RecordAsync(item, result);
                if (result is not SendResult.Sent)
                {
                    _queue.Signal(item.Conversation.Id);
                    return;
                }
            }

            if (_leases.AreNeeded)
            {
                // What another replica recorded meanwhile it left to whoever had these.
                _queue.Signal(recorded.Conversation.Id);
            }
        }
        finally
        {
            _feed.Publish(recorded.Conversation.Id);
        }
    }

    /// <summary>Whether nobody can have taken the conversation over since; else the store tells.</summary>
    private bool IsNews(Batch recorded) =>
        !_queue.IsOvertaken(recorded.Conversation.Id) && _time.GetElapsedTime(recorded.At) <= JustNow;

    /// <returns>Whether the next message may be looked at.</returns>
    private async Task<bool> SendAsync(WorkItem item, Instant? waited, CancellationToken stopping)
    {
        var (conversation, message) = item;
        if (message.Author == Author.Bot && await _work.IsTakenOverAsync(conversation, stopping))
        {
            await _outbox.WithdrawAsync(message, stopping);
            return true;
        }

        var reference = ReferenceOf(conversation);
        if (WaitFor(item, reference, waited) is var wait && wait > Duration.Zero)
        {
            _queue.Discard(conversation.Id);
            SignalLater(conversation.Id, LaneOf(conversation, reference), wait, message.NextAttemptAt);
            return false;
        }

        var asked = TimeProvider.System.GetTimestamp();
        if (!await _outbox.TakeAsync(message, _leases.MayTakeOver, stopping))
        {
            // Whoever has it looks for the next one afterwards; should they be gone, it is found again.
            _queue.Discard(conversation.Id);
            return false;
        }

        await _sender.RecordAsync(item, await _sender.SendAsync(item, reference, asked));
        _feed.Publish(conversation.Id);
        return true;
    }

    /// <param name="item">What is to be sent.</param>
    /// <param name="reference">Where to.</param>
    /// <param name="waited">The time that was waited for by the running time, whatever the clock says since.</param>
    private Duration WaitFor(WorkItem item, ConversationReference? reference, Instant? waited = null)
    {
        var wait = item.Message.NextAttemptAt == waited ? Duration.Zero : item.Message.Wait(_clock.GetCurrentInstant(), _retries.Longest);
        return wait > Duration.Zero ? wait
            : SendPace.Applies(item.Conversation, reference)
                ? Duration.FromTimeSpan(_pace.Reserve(item.Conversation.ChannelConversationId, reference?.Conversation.TenantId, _leases.Replicas))
            : Duration.Zero;
    }

    private static ConversationReference? ReferenceOf(Knowledge.Conversations.Conversation conversation) =>
        Stored.Read(conversation.Reference, ProtocolJson.Default.ConversationReference);

    private static string LaneOf(Knowledge.Conversations.Conversation conversation, ConversationReference? reference) =>
        reference?.Conversation.TenantId is { Length: > 0 } tenant ? tenant : conversation.Channel;

    private void SignalLater(long conversationId, string lane, Duration delay, Instant? due = null)
    {
        var later = new Later(_time.GetTimestamp() + (long)(delay.TotalSeconds * _time.TimestampFrequency), due, IsOver: false);
        if (!_later.TryGetValue(conversationId, out var known) || known.IsOver || known.At > later.At)
        {
            _later[conversationId] = later;
            _ = SignalAfterAsync(conversationId, lane, delay, later);
        }
    }

    private async Task SignalAfterAsync(long conversationId, string lane, Duration delay, Later later)
    {
        await Task.Delay(delay.ToTimeSpan(), _time, _stopping);
        _later.TryUpdate(conversationId, later with { IsOver = true }, later);
        _queue.Signal(conversationId, lane);
    }

    /// <param name="At">Timestamp of the end.</param>
    /// <param name="Due">What the reply's row says.</param>
    /// <param name="IsOver">Its end has come.</param>
    private readonly record struct Later(long At, Instant? Due, bool IsOver);

    /// <summary>The replies of a turn, as they were stored.</summary>
    /// <param name="Conversation">Whose they are.</param>
    /// <param name="Reference">Where they go.</param>
    /// <param name="Messages">In order.</param>
    /// <param name="At">Timestamp of the commit, of a clock that does not jump.</param>
    private sealed record Batch(Knowledge.Conversations.Conversation Conversation, ConversationReference? Reference, IReadOnlyList<Message> Messages, long At);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery in conversation {Conversation} stumbled; it is tried again")]
    private partial void LogFailure(Exception failure, long conversation);
}
