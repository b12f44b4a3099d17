using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Editing;

/// <summary>What is taught at one replica is known at all of them.</summary>
[OnPostgreSql]
public sealed class TeachingReplicasTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_another_replica_taught_is_learned_within_seconds()
    {
        await using var room = new LearningRoom();
        var store = room.Service<ArticleStore>();
        Assert.False(await store.IsStaleAsync(Ct));
        await using var other = room.Start(room.Bot.Database);
        await LearningRoom.DoneAsync(other.Services.GetRequiredService<NeverAnswerList>().AddAsync(Staff.Editor, "en", "paint my walrus", Ct));
        Assert.True(await store.IsStaleAsync(Ct));
        await room.Bot.PassTimeUntilAsync(async _ => !await store.IsStaleAsync(Ct), TimeSpan.FromSeconds(5));

        Assert.Equal(DecisionBasis.OffTopic, room.Service<SearchExplainer>().Explain(new("paint my walrus", "en", Audience.Customer, LearningRoom.Today))?.Basis);
    }
}
