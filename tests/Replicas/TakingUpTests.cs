using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Replicas;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Replicas;

/// <summary>What a replica claimed and died with.</summary>
[OnPostgreSql]
public sealed class TakingUpTests : IDisposable
{
    private readonly TwoReplicas _two = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _two.Dispose();

    [Fact]
    public async Task It_is_answered_by_another_once_it_has_waited_for_longer_than_anybody_would_let_it()
    {
        await ClaimAsync();
        await _two.Other.PassTimeUntilAsync(db => db.Messages.AnyAsync(message => message.Direction == Direction.Outbound, Ct), TimeSpan.FromSeconds(1));
        Assert.Equal(1, await _two.One.ReadAsync(db => db.Messages.CountAsync(message => message.Direction == Direction.Outbound, Ct)));
    }

    [Fact]
    public async Task It_is_answered_though_the_clock_of_the_one_that_died_was_an_hour_ahead()
    {
        _two.One.Clock.Advance(TimeSpan.FromHours(1));
        await ClaimAsync();
        await _two.Other.WaitForAsync(db => db.Messages.AnyAsync(message => message.Direction == Direction.Outbound, Ct));
    }

    [Fact]
    public async Task It_is_answered_at_once_when_a_replica_says_that_it_leaves()
    {
        await ClaimAsync();
        _two.Other.Services.GetRequiredService<AbandonedWork>().Heard(News.Left, "");
        await _two.Other.WaitForAsync(db => db.Messages.AnyAsync(message => message.Direction == Direction.Outbound, Ct));
    }

    /// <summary>Claimed, and nobody is told.</summary>
    private Task<Claim> ClaimAsync() => _two.OfOne<Inbox>().ClaimAsync(
        new InboundMessage(OwnChannel.DirectLine, "c", "{}", "1", """{"kind":"Message","sender":{"id":"u"},"text":"thanks"}"""), Ct);
}
