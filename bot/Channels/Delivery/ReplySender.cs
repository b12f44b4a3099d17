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

/// <summary>One sending of a reply through the connector, and what is noted of it.</summary>
internal sealed partial class ReplySender(
    Outbox outbox,
    ConnectorClient connector,
    RetryPolicy retries,
    IOptions<ReplicaOptions> replicas,
    BotMetrics metrics,
    IClock clock,
    ILogger<ReplySender> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100), LongestPause = TimeSpan.FromSeconds(1);

    /// <param name="item">The reply, and whose it is.</param>
    /// <param name="reference">Where it goes; null where that cannot be read.</param>
    /// <param name="asked">Timestamp from before it was taken: the lease began after it.</param>
    public async Task<SendResult> SendAsync(WorkItem item, ConversationReference? reference, long asked)
    {
        using var span = TurnTrace.Start("deliver", item.Conversation.Id, item.Message.InReplyTo ?? item.Message.Sequence);
        var result = await TrySendAsync(item, reference, asked);
        var name = result.GetType().Name;
        span?.SetTag("billingbot.result", name);
        metrics.Delivery(name);
        if (result is SendResult.Sent)
        {
            metrics.Delivered(clock.GetCurrentInstant() - item.Message.At);
        }

        return result;
    }

    private async Task<SendResult> TrySendAsync(WorkItem item, ConversationReference? reference, long asked)
    {
        if (Stored.Read(item.Message.Body, ConversationJson.Default.OutgoingMessage) is not { } outgoing || reference is null)
        {
            return new SendResult.Rejected(0, "NotReadable");
        }

        var left = replicas.Value.LongestSending - TimeProvider.System.GetElapsedTime(asked);
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
                ? await connector.ReplyAsync(reference.ServiceUrl, reference.Conversation.Id!, replyToId, activity, deliveryId, limit.Token)
                : await connector.SendAsync(reference.ServiceUrl, reference.Conversation.Id!, activity, deliveryId, limit.Token);
        }
        catch (OperationCanceledException)
        {
            return new SendResult.Transient("timeout");
        }
    }

    /// <summary>Notes what became of it.</summary>
    public Task RecordAsync(WorkItem item, SendResult result) => result switch
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
                await outbox.MarkSentAsync(item.Message, activityId, CancellationToken.None);
                return;
            }
            catch (Exception failure) when (DbFailures.IsPassing(failure))
            {
                LogNotNoted(failure, item.Conversation.Id, item.Message.Sequence);
                await Task.Delay(Doubling.Wait(attempts, FirstPause, LongestPause), TimeProvider.System, CancellationToken.None);
            }
        }
    }

    private Task RetryAsync(WorkItem item, string error, TimeSpan? retryAfter)
    {
        var now = clock.GetCurrentInstant();
        return retries.Next(item.Message.Attempts + 1, now - item.Message.At, retryAfter) is { } delay
            ? outbox.RetryAtAsync(item.Message, now + Duration.FromTimeSpan(delay), error, CancellationToken.None)
            : GiveUpAsync(item, error);
    }

    private async Task GiveUpAsync(WorkItem item, string error)
    {
        LogDead(item.Conversation.Id, item.Message.Sequence, error);
        await outbox.MarkDeadAsync(item.Message, error, clock.GetCurrentInstant(), CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Conversation}/{Sequence} was delivered, which could not be noted; it is tried again")]
    private partial void LogNotNoted(Exception failure, long conversation, long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Conversation}/{Sequence} could not be delivered and was given up: {Error}")]
    private partial void LogDead(long conversation, long sequence, string error);
}
