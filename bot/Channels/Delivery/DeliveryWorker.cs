using System.Collections.Concurrent;
using System.Globalization;
using BillingBot.Channels.Activities;
using BillingBot.Channels.Rendering;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Protocol;
using BillingBot.Startup;
using BillingBot.Telemetry;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Channels.Delivery;

/// <summary>
/// Sends recorded replies through the connector, in order per conversation, whichever replica does it. A reply is taken
/// before it is sent and marked right after the channel took it; a crash between the two sends it once more under the same delivery id.
/// </summary>
internal sealed partial class DeliveryWorker : BackgroundService, ITurnObserver
{
    /// <summary>See <see cref="TurnWorker"/>.</summary>
    private const string Found = "found";

    /// <summary>So long nobody else can have taken over a conversation without a case, which a customer must ask for first.</summary>
    private static readonly Duration JustNow = Duration.FromSeconds(1);
    private static readonly Duration AfterFailure = Duration.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100), LongestPause = TimeSpan.FromSeconds(1);
    private readonly WorkQueue _work;
    private readonly Outbox _outbox;
    private readonly ConnectorClient _connector;
    private readonly MessageFeed _feed;
    private readonly RetryPolicy _retries;
    private readonly SendPace _pace;
    private readonly Leases _leases;
    private readonly IOptions<ReplicaOptions> _replicas;
    private readonly BotMetrics _metrics;
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly ILogger<DeliveryWorker> _logger;
    private readonly KeyedQueue<Batch> _queue;

    /// <summary>When each conversation is looked at again, in time that does not jump.</summary>
    private readonly ConcurrentDictionary<long, long> _later = new();
    private CancellationToken _stopping;

    /// <summary>When the database was last away; 0 for never. Machine time, as the leases are.</summary>
    private long _awayAt;

    public DeliveryWorker(
        WorkQueue work,
        Outbox outbox,
        ConnectorClient connector,
        MessageFeed feed,
        RetryPolicy retries,
        SendPace pace,
        Leases leases,
        IOptions<ReplicaOptions> replicas,
        BotMetrics metrics,
        IOptions<DeliveryOptions> options,
        IClock clock,
        TimeProvider time,
        ILogger<DeliveryWorker> logger)
    {
        (_work, _outbox, _connector, _feed, _retries, _pace) = (work, outbox, connector, feed, retries, pace);
        (_leases, _replicas, _metrics, _clock, _time, _logger) = (leases, replicas, metrics, clock, time, logger);
        _queue = new KeyedQueue<Batch>(options.Value.Workers, ServeAsync);
    }

    /// <summary>
    /// Whoever had a message while the database was away may be about to note that it was sent: it is left to them for one lease more.
    /// </summary>
    private bool MayTakeOver => Interlocked.Read(ref _awayAt) is var away && (away == 0 || TimeProvider.System.GetElapsedTime(away) > _leases.Length);

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
        try
        {
            foreach (var conversationId in await _work.ConversationsAsync(MessageStatus.Pending, Instant.MaxValue, cancellationToken))
            {
                _queue.Signal(conversationId, Found);
            }
        }
        catch
        {
            Interlocked.Exchange(ref _awayAt, TimeProvider.System.GetTimestamp());
            throw;
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
            Interlocked.Exchange(ref _awayAt, TimeProvider.System.GetTimestamp());
            SignalLater(conversationId, Found, AfterFailure);
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
                if (!IsNews(item) || WaitFor(item, recorded.Reference) > Duration.Zero || !await _outbox.TakeAsync(item.Message, MayTakeOver, stopping))
                {
                    _queue.Signal(item.Conversation.Id, Found);
                    return;
                }

                var result = await TrySendAsync(item, recorded.Reference, asked);
                marks.Add(RecordAsync(item, result));
                if (result is not SendResult.Sent)
                {
                    _queue.Signal(item.Conversation.Id, Found);
                    return;
                }
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
        if (!await _outbox.TakeAsync(message, MayTakeOver, stopping))
        {
            // Whoever has it looks for the next one afterwards; should they be gone, it is found again.
            _queue.Discard(conversation.Id);
            return false;
        }

        await RecordAsync(item, await TrySendAsync(item, reference, asked));
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

    private async Task<SendResult> TrySendAsync(WorkItem item, ConversationReference? reference, long asked)
    {
        using var span = TurnTrace.Start("deliver", item.Conversation.Id, item.Message.InReplyTo ?? item.Message.Sequence);
        var result = await SendAsync(item, reference, asked);
        var name = result.GetType().Name;
        span?.SetTag("billingbot.result", name);
        _metrics.Delivery(name);
        if (result is SendResult.Sent)
        {
            _metrics.Delivered(_clock.GetCurrentInstant() - item.Message.At);
        }

        return result;
    }

    private async Task<SendResult> SendAsync(WorkItem item, ConversationReference? reference, long asked)
    {
        if (Stored.Read(item.Message.Body, ConversationJson.Default.OutgoingMessage) is not { } outgoing || reference is null)
        {
            return new SendResult.Rejected(0, "NotReadable");
        }

        var left = _replicas.Value.LongestSending - TimeProvider.System.GetElapsedTime(asked);
        if (left <= TimeSpan.Zero)
        {
            // This process stood still for so long that another may be sending it.
            return new SendResult.Transient("too late");
        }

        var activity = ActivityRenderer.Render(outgoing, reference);
        var deliveryId = string.Create(CultureInfo.InvariantCulture, $"{item.Conversation.Id}-{item.Message.Sequence}");
        using var limit = new CancellationTokenSource(left, TimeProvider.System);
        try
        {
            return outgoing.ReplyToId is { } replyToId
                ? await _connector.ReplyAsync(reference.ServiceUrl, reference.Conversation.Id!, replyToId, activity, deliveryId, limit.Token)
                : await _connector.SendAsync(reference.ServiceUrl, reference.Conversation.Id!, activity, deliveryId, limit.Token);
        }
        catch (OperationCanceledException)
        {
            return new SendResult.Transient("timeout");
        }
    }

    private Task RecordAsync(WorkItem item, SendResult result) => result switch
    {
        SendResult.Sent sent => NoteSentAsync(item, sent.ActivityId),
        SendResult.Blocked => GiveUpAsync(item, "blocked by the customer"),
        SendResult.Rejected rejected => GiveUpAsync(
            item, string.Create(CultureInfo.InvariantCulture, $"{rejected.Status} {rejected.Code}")),
        SendResult.Throttled throttled => RetryAsync(item, "429", throttled.RetryAfter),
        SendResult.Transient transient => RetryAsync(item, transient.Reason, null),
        _ => throw new InvalidOperationException($"No case for {result.GetType().Name}."),
    };

    /// <summary>What the channel has must be noted, or it is sent again: a database that is away, or a disk that is full, is waited for.</summary>
    private async Task NoteSentAsync(WorkItem item, string? activityId)
    {
        for (var attempts = 0; ; attempts++)
        {
            try
            {
                await _outbox.MarkSentAsync(item.Message, activityId, CancellationToken.None);
                return;
            }
            catch (Exception failure) when (DbFailures.IsPassing(failure))
            {
                LogNotNoted(failure, item.Conversation.Id, item.Message.Sequence);
                await Task.Delay(Doubling.Wait(attempts, FirstPause, LongestPause), TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private Task RetryAsync(WorkItem item, string error, TimeSpan? retryAfter) =>
        _retries.Next(item.Message.Attempts + 1, retryAfter) is { } delay
            ? _outbox.RetryAtAsync(item.Message, _clock.GetCurrentInstant() + Duration.FromTimeSpan(delay), error, CancellationToken.None)
            : GiveUpAsync(item, error);

    private async Task GiveUpAsync(WorkItem item, string error)
    {
        LogDead(item.Conversation.Id, item.Message.Sequence, error);
        await _outbox.MarkDeadAsync(item.Message, error, CancellationToken.None);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Conversation}/{Sequence} was delivered, which could not be noted; it is tried again")]
    private partial void LogNotNoted(Exception failure, long conversation, long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Conversation}/{Sequence} could not be delivered and was given up: {Error}")]
    private partial void LogDead(long conversation, long sequence, string error);
}
