using BillingBot.Channels.Activities;
using BillingBot.Channels.Delivery;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Tests.Replicas;

/// <summary>A reply that two replicas could send.</summary>
[OnPostgreSql]
public sealed class TakingTests : IDisposable
{
    private readonly TwoReplicas _two = new();

    /// <summary>Else one of the bots would send it meanwhile.</summary>
    private static Instant NotDue => Instant.FromDateTimeOffset(BotHost.Tuesday.AddMinutes(8));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _two.Dispose();

    [Fact]
    public async Task It_is_taken_by_one_and_after_the_lease_by_another_and_only_the_latter_decides_over_it()
    {
        var (first, second) = (await PendingAsync(), await PendingAsync());
        Assert.True(await _two.OfOne<Outbox>().TakeAsync(first, mayTakeOver: true, Ct));
        Assert.False(await _two.OfOther<Outbox>().TakeAsync(second, mayTakeOver: true, Ct));

        await Task.Delay(_two.OfOne<Leases>().Length * 1.5, TimeProvider.System, Ct);
        Assert.False(await _two.OfOther<Outbox>().TakeAsync(second, mayTakeOver: false, Ct));
        Assert.True(await _two.OfOther<Outbox>().TakeAsync(second, mayTakeOver: true, Ct));

        // The first one wakes up.
        await _two.OfOne<Outbox>().MarkDeadAsync(first, "I think so", NotDue, Ct);
        await _two.OfOne<Outbox>().RetryAtAsync(first, Instant.MaxValue, "I think so", Ct);
        Assert.Equal((MessageStatus.Pending, second.TakenUntil, null), await StateAsync());

        // What it did is done.
        await _two.OfOne<Outbox>().MarkSentAsync(first, "seen", Ct);
        Assert.Equal(MessageStatus.Sent, (await StateAsync()).Status);
    }

    [Fact]
    public async Task That_the_channel_has_it_is_noted_though_every_connection_to_the_database_has_died_meanwhile()
    {
        var message = await PendingAsync();
        var item = new WorkItem(await _two.One.ReadAsync(db => db.Conversations.SingleAsync(Ct)), message);
        Assert.True(await _two.OfOne<Outbox>().TakeAsync(message, mayTakeOver: true, Ct));

        // Many of them, each of which would cost an attempt.
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _two.One.ReadAsync(db => db.Database.ExecuteSqlRawAsync("SELECT pg_sleep(0.2)", Ct))));
        await _two.Other.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", Ct));
        await _two.OfOne<ReplySender>().RecordAsync(item, new SendResult.Sent("seen"));
        Assert.Equal(MessageStatus.Sent, (await StateAsync()).Status);
    }

    [Fact]
    public async Task One_that_is_to_be_tried_again_is_free_for_both()
    {
        var message = await PendingAsync();
        Assert.True(await _two.OfOne<Outbox>().TakeAsync(message, mayTakeOver: true, Ct));
        await _two.OfOne<Outbox>().RetryAtAsync(message, NotDue, "429", Ct);
        Assert.True(await _two.OfOther<Outbox>().TakeAsync(await PendingAsync(), mayTakeOver: false, Ct));
    }

    private async Task<Message> PendingAsync() => await _two.One.ReadAsync(async db =>
    {
        if (await db.Messages.SingleOrDefaultAsync(Ct) is { } known)
        {
            return known;
        }

        var conversation = new Knowledge.Conversations.Conversation { Channel = "directline/own", ChannelConversationId = "c", Reference = "{}" };
        db.Add(conversation);
        await db.SaveChangesAsync(Ct);
        var message = new Message
        {
            ConversationId = conversation.Id,
            Sequence = 1,
            Direction = Direction.Outbound,
            Status = MessageStatus.Pending,
            Body = "{}",
            NextAttemptAt = NotDue,
        };
        db.Add(message);
        await db.SaveChangesAsync(Ct);
        return message;
    });

    private Task<(MessageStatus Status, long? TakenUntil, string? LastError)> StateAsync() => _two.One.ReadAsync(async db =>
    {
        var known = await db.Messages.SingleAsync(Ct);
        return (known.Status, known.TakenUntil, known.LastError);
    });
}
