using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Replicas;

/// <summary>A reply that a request at one replica is to carry.</summary>
[OnPostgreSql]
public sealed class CarryingTests : IDisposable
{
    private readonly TwoReplicas _two = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _two.Dispose();

    [Fact]
    public async Task Another_one_leaves_it_alone_until_its_lease_is_over()
    {
        var (_, reply) = await PromisedAsync();
        Assert.Equal(MessageStatus.Pending, reply.Status);
        Assert.False(await _two.OfOther<Outbox>().TakeAsync(reply, mayTakeOver: true, Ct));
        await Task.Delay(_two.OfOne<Leases>().Length * 1.5, TimeProvider.System, Ct);
        Assert.NotEqual(MessageStatus.Pending, (await ReplyAsync()).Status);
    }

    [Fact]
    public async Task When_the_request_has_gone_without_it_others_may_take_it_at_once()
    {
        var (hold, reply) = await PromisedAsync();
        Assert.True(_two.OfOne<CarriedReplies>().MayCarry(hold, reply));
        await _two.OfOne<CarriedReplies>().GiveBackAsync(hold, Ct);
        Assert.True((await ReplyAsync()).TakenUntil is null || (await ReplyAsync()).Status != MessageStatus.Pending);
    }

    [Fact]
    public async Task It_is_carried_no_more_when_another_one_may_be_about_to_send_it()
    {
        var (hold, reply) = await PromisedAsync();
        await Task.Delay(_two.OfOne<Leases>().Length * 0.6, TimeProvider.System, Ct);
        Assert.False(_two.OfOne<CarriedReplies>().MayCarry(hold, reply));
    }

    /// <summary>Its body is not readable, so whoever sends it gives it up.</summary>
    private async Task<(Hold Hold, Message Reply)> PromisedAsync()
    {
        var claim = await _two.OfOne<Inbox>().ClaimAsync(new InboundMessage("emulator", "c", "{}", "1", "{}"), Ct);
        var hold = _two.OfOne<CarriedReplies>().Begin(claim.ConversationId, claim.Sequence);
        var turn = new TurnRecord(claim.ConversationId, claim.Sequence, 0, "{}", null, [new RecordedReply("{", MessageStatus.Pending)]) { Promised = 1 };
        Assert.NotNull(await _two.OfOne<TurnStore>().CommitAsync(turn, Ct));
        return (hold, await ReplyAsync());
    }

    private Task<Message> ReplyAsync() => _two.One.ReadAsync(db => db.Messages.SingleAsync(message => message.Direction == Direction.Outbound, Ct));
}
