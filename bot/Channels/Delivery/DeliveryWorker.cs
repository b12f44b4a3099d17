using System.Collections.Concurrent;
using BillingBot.Channels.Activities;
using BillingBot.Conversation;
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
    private static readonly Duration JustNow = Duration.FromSeconds(1);
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
    private readonly ConcurrentDictionary<long, long> _later = new();
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
                item.Conversation.Id, LaneOf(item.Conversation, reference), new Batch(item.Conversation, reference, pending), first.Sequence, turn.OldestPending);
        }
    }

    public void Said(Knowledge.Conversations.Conversation conversation)
    {
        if (conversation.Channel != OwnChannel.DirectLine)
        {
            _queue.Signal(conversation.Id, LaneOf(conversation, ReferenceOf(conversation)));
        }
    }

    /// <summary>Takes up what waits for its channel, whoever recorded it.</summary>
    public async Task TakeUpAsync(CancellationToken cancellationToken)
    {
        foreach (var conversationId in await _work.ConversationsAsync(MessageStatus.Pending, Instant.MaxValue, cancellationToken))
        {
            _queue.Signal(conversationId);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _stopping = stoppingToken;
        await TakeUpAsync(stoppingToken);
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
            return await _work.NextAsync(conversationId, MessageStatus.Pending, stopping) is { } item && await SendAsync(item, stopping);
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
    /// Replies that were recorded a moment ago are sent as they are. Each is marked sent as soon as the channel took it,
    /// while the next is on its way.
    /// </summary>
    private async Task SendAsync(Batch recorded, CancellationToken stopping)
    {
        List<Task> marks = [];
        try
        {
            foreach (var item in recorded.Messages.Select(message => new WorkItem(recorded.Conversation, message)))
            {
                stopping.ThrowIfCancellationRequested();
                var asked = TimeProvider.System.GetTimestamp();
                if (!IsNews(item) || WaitFor(item, recorded.Reference) > Duration.Zero || !await _outbox.TakeAsync(item.Message, _leases.MayTakeOver, stopping))
                {
                    _queue.Signal(item.Conversation.Id);
                    return;
                }

                var result = await _sender.SendAsync(item, recorded.Reference, asked);
                marks.Add(_sender.RecordAsync(item, result));
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
            await Task.WhenAll(marks);
            _feed.Publish(recorded.Conversation.Id);
        }
    }

    /// <summary>Whether nobody can have taken the conversation over since; else the store tells.</summary>
    private bool IsNews(WorkItem item) =>
        !_queue.IsOvertaken(item.Conversation.Id) && _clock.GetCurrentInstant() - item.Message.At <= JustNow;

    /// <returns>Whether the next message may be looked at.</returns>
    private async Task<bool> SendAsync(WorkItem item, CancellationToken stopping)
    {
        var (conversation, message) = item;
        if (message.Author == Author.Bot && await _work.IsTakenOverAsync(conversation, stopping))
        {
            await _outbox.WithdrawAsync(message, stopping);
            return true;
        }

        var reference = ReferenceOf(conversation);
        if (WaitFor(item, reference) is var wait && wait > Duration.Zero)
        {
            _queue.Discard(conversation.Id);
            SignalLater(conversation.Id, LaneOf(conversation, reference), wait);
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

    private Duration WaitFor(WorkItem item, ConversationReference? reference)
    {
        var wait = item.Message.NextAttemptAt is { } due ? due - _clock.GetCurrentInstant() : Duration.Zero;
        return wait > Duration.Zero && wait <= Duration.FromTimeSpan(_retries.Longest) ? wait
            : IsTeams(item.Conversation, reference)
                ? Duration.FromTimeSpan(_pace.Reserve(item.Conversation.ChannelConversationId, reference?.Conversation.TenantId, _leases.Replicas))
            : Duration.Zero;
    }

    private static ConversationReference? ReferenceOf(Knowledge.Conversations.Conversation conversation) =>
        Stored.Read(conversation.Reference, ProtocolJson.Default.ConversationReference);

    /// <summary>Not the Playground on this machine, which says that it were Teams and has no limits.</summary>
    private static bool IsTeams(Knowledge.Conversations.Conversation conversation, ConversationReference? reference) =>
        conversation.Channel == ChannelIds.Teams && Uri.TryCreate(reference?.ServiceUrl, UriKind.Absolute, out var service) && !service.IsLoopback;

    private static string LaneOf(Knowledge.Conversations.Conversation conversation, ConversationReference? reference) =>
        reference?.Conversation.TenantId is { Length: > 0 } tenant ? tenant : conversation.Channel;

    private void SignalLater(long conversationId, string lane, Duration delay)
    {
        var at = _time.GetTimestamp() + (long)(delay.TotalSeconds * _time.TimestampFrequency);
        if (!_later.TryGetValue(conversationId, out var known) || known > at)
        {
            _later[conversationId] = at;
            _ = SignalAfterAsync(conversationId, lane, delay, at);
        }
    }

    private async Task SignalAfterAsync(long conversationId, string lane, Duration delay, long at)
    {
        await Task.Delay(delay.ToTimeSpan(), _time, _stopping);
        _later.TryRemove(KeyValuePair.Create(conversationId, at));
        _queue.Signal(conversationId, lane);
    }

    /// <summary>The replies of a turn, as they were stored.</summary>
    private sealed record Batch(Knowledge.Conversations.Conversation Conversation, ConversationReference? Reference, IReadOnlyList<Message> Messages);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery in conversation {Conversation} stumbled; it is tried again")]
    private partial void LogFailure(Exception failure, long conversation);
}
