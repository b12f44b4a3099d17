using System.Globalization;
using BillingBot.Channels.Activities;
using BillingBot.Channels.Rendering;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Protocol;
using BillingBot.Telemetry;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Channels.Delivery;

/// <summary>
/// Sends recorded replies through the connector, in order per conversation. A reply is marked sent right after the
/// channel took it; a crash between the two sends it once more under the same delivery id.
/// </summary>
internal sealed partial class DeliveryWorker : BackgroundService, ITurnObserver
{
    /// <summary>So long nobody else can have taken over a conversation without a case, which a customer must ask for first.</summary>
    private static readonly Duration JustNow = Duration.FromSeconds(1);

    private readonly WorkQueue _work;
    private readonly Outbox _outbox;
    private readonly ConnectorClient _connector;
    private readonly MessageFeed _feed;
    private readonly RetryPolicy _retries;
    private readonly BotMetrics _metrics;
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly ILogger<DeliveryWorker> _logger;
    private readonly KeyedQueue<Batch> _queue;
    private CancellationToken _stopping;

    public DeliveryWorker(
        WorkQueue work,
        Outbox outbox,
        ConnectorClient connector,
        MessageFeed feed,
        RetryPolicy retries,
        BotMetrics metrics,
        IOptions<DeliveryOptions> options,
        IClock clock,
        TimeProvider time,
        ILogger<DeliveryWorker> logger)
    {
        (_work, _outbox, _connector, _feed, _retries, _metrics) = (work, outbox, connector, feed, retries, metrics);
        (_clock, _time, _logger) = (clock, time, logger);
        _queue = new KeyedQueue<Batch>(options.Value.Workers, DrainAsync);
    }

    public void Committed(WorkItem item, CommittedTurn turn)
    {
        if (turn.Replies is null)
        {
            Said(item.Conversation);
        }
        else if (turn.Replies.Where(reply => reply.Status == MessageStatus.Pending).ToList() is [var first, ..] pending)
        {
            _queue.Hand(item.Conversation.Id, new Batch(item.Conversation, pending), first.Sequence, turn.OldestPending);
        }
    }

    public void Said(Knowledge.Conversations.Conversation conversation)
    {
        if (conversation.Channel != OwnChannel.DirectLine)
        {
            _queue.Signal(conversation.Id);
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

    private async Task<long> DrainAsync(long conversationId, IReadOnlyList<Batch> recorded, CancellationToken stopping)
    {
        try
        {
            if (recorded.Count == 0)
            {
                return await SendStoredAsync(conversationId, stopping);
            }

            await SendRecordedAsync(conversationId, recorded, stopping);
        }
#pragma warning disable CA1031 // A database that is away must not stop delivery; the message stays in the outbox.
        catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailure(failure, conversationId);
            _queue.Discard(conversationId);
            SignalLater(conversationId, Duration.FromSeconds(5));
        }

        return 0;
    }

    /// <returns>Number of the last message that was dealt with.</returns>
    private async Task<long> SendStoredAsync(long conversationId, CancellationToken stopping)
    {
        var last = 0L;

        // Stopping is heeded between messages only: a send that is under way is finished and recorded, not doubled.
        while (await _work.NextAsync(conversationId, MessageStatus.Pending, stopping) is { } item)
        {
            if (item.Message.Author == Author.Bot && await _work.IsTakenOverAsync(item.Conversation, stopping))
            {
                await _outbox.WithdrawAsync(item.Message, stopping);
                last = item.Message.Sequence;
                continue;
            }

            var now = _clock.GetCurrentInstant();
            if (item.Message.NextAttemptAt is { } due && due > now)
            {
                _queue.Discard(conversationId);
                SignalLater(conversationId, due - now);
                return last;
            }

            await RecordAsync(item, await TrySendAsync(item));
            _feed.Publish(conversationId);
            last = item.Message.Sequence;
        }

        return last;
    }

    /// <summary>
    /// Replies that were recorded a moment ago are sent as they are. Each is marked sent as soon as the channel took it,
    /// while the next is on its way.
    /// </summary>
    private async Task SendRecordedAsync(long conversationId, IReadOnlyList<Batch> recorded, CancellationToken stopping)
    {
        List<Task> marks = [];
        try
        {
            foreach (var item in recorded.SelectMany(batch => batch.Messages.Select(message => new WorkItem(batch.Conversation, message))))
            {
                stopping.ThrowIfCancellationRequested();
                var result = IsNews(item) ? await TrySendAsync(item) : null;
                if (result is not null)
                {
                    marks.Add(RecordAsync(item, result));
                }

                if (result is not SendResult.Sent)
                {
                    _queue.Signal(conversationId);
                    return;
                }
            }
        }
        finally
        {
            await Task.WhenAll(marks);
            _feed.Publish(conversationId);
        }
    }

    /// <summary>Whether nobody can have taken the conversation over since; else the store tells.</summary>
    private bool IsNews(WorkItem item) =>
        !_queue.IsOvertaken(item.Conversation.Id) && _clock.GetCurrentInstant() - item.Message.At <= JustNow;

    private async Task<SendResult> TrySendAsync(WorkItem item)
    {
        using var span = TurnTrace.Start("deliver", item.Conversation.Id, item.Message.InReplyTo ?? item.Message.Sequence);
        var result = await SendAsync(item);
        var name = result.GetType().Name;
        span?.SetTag("billingbot.result", name);
        _metrics.Delivery(name);
        if (result is SendResult.Sent)
        {
            _metrics.Delivered(_clock.GetCurrentInstant() - item.Message.At);
        }

        return result;
    }

    private Task<SendResult> SendAsync(WorkItem item)
    {
        if (Stored.Read(item.Message.Body, ConversationJson.Default.OutgoingMessage) is not { } outgoing
            || Stored.Read(item.Conversation.Reference, ProtocolJson.Default.ConversationReference) is not { } reference)
        {
            return Task.FromResult<SendResult>(new SendResult.Rejected(0, "NotReadable"));
        }

        var activity = ActivityRenderer.Render(outgoing, reference);
        var deliveryId = string.Create(CultureInfo.InvariantCulture, $"{item.Conversation.Id}-{item.Message.Sequence}");
        return outgoing.ReplyToId is { } replyToId
            ? _connector.ReplyAsync(reference.ServiceUrl, reference.Conversation.Id!, replyToId, activity, deliveryId, CancellationToken.None)
            : _connector.SendAsync(reference.ServiceUrl, reference.Conversation.Id!, activity, deliveryId, CancellationToken.None);
    }

    private Task RecordAsync(WorkItem item, SendResult result) => result switch
    {
        SendResult.Sent sent => _outbox.MarkSentAsync(item.Message, sent.ActivityId, CancellationToken.None),
        SendResult.Blocked => GiveUpAsync(item, "blocked by the customer"),
        SendResult.Rejected rejected => GiveUpAsync(
            item, string.Create(CultureInfo.InvariantCulture, $"{rejected.Status} {rejected.Code}")),
        SendResult.Throttled throttled => RetryAsync(item, "429", throttled.RetryAfter),
        SendResult.Transient transient => RetryAsync(item, transient.Reason, null),
        _ => throw new InvalidOperationException($"No case for {result.GetType().Name}."),
    };

    private Task RetryAsync(WorkItem item, string error, TimeSpan? retryAfter) =>
        _retries.Next(item.Message.Attempts + 1, retryAfter) is { } delay
            ? _outbox.RetryAtAsync(item.Message, _clock.GetCurrentInstant() + Duration.FromTimeSpan(delay), error, CancellationToken.None)
            : GiveUpAsync(item, error);

    private async Task GiveUpAsync(WorkItem item, string error)
    {
        LogDead(item.Conversation.Id, item.Message.Sequence, error);
        await _outbox.MarkDeadAsync(item.Message, error, CancellationToken.None);
    }

    private void SignalLater(long conversationId, Duration delay) => _ = SignalAfterAsync(conversationId, delay);

    private async Task SignalAfterAsync(long conversationId, Duration delay)
    {
        await Task.Delay(delay.ToTimeSpan(), _time, _stopping);
        _queue.Signal(conversationId);
    }

    /// <summary>The replies of a turn, as they were stored.</summary>
    private sealed record Batch(Knowledge.Conversations.Conversation Conversation, IReadOnlyList<Message> Messages);

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery in conversation {Conversation} stumbled; it is tried again")]
    private partial void LogFailure(Exception failure, long conversation);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Conversation}/{Sequence} could not be delivered and was given up: {Error}")]
    private partial void LogDead(long conversation, long sequence, string error);
}
