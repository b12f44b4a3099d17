using BillingBot.Cases.Duties;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Cases;

/// <summary>What stands in the way of one case keeps no other from what time makes due.</summary>
public sealed class CaseRoundTests
{
    [Fact]
    public async Task A_case_that_cannot_even_be_looked_at_keeps_no_other_waiting()
    {
        await using var bot = BotHost.Start(
            configure: services => services.Insert(0, ServiceDescriptor.Singleton<ICaseDuty>(new StumblingDuty())), settings: BotHost.NoArticles);
        await CaseStage.OpenAsync(bot);
        var other = await CaseStage.OpenAsync(bot);

        await other.PassAsync(Duration.FromMinutes(15));

        Assert.Contains(nameof(CaseAlert.StillWaiting), await other.AlertsAsync());
        Assert.Contains(bot.Logs.Lines, line => line.Contains($"{nameof(StumblingDuty)} of case 1001 failed", StringComparison.Ordinal));
    }

    /// <summary>Stumbles over the first case's data.</summary>
    private sealed class StumblingDuty : ICaseDuty
    {
        public bool IsDue(Case known, string? plan, Instant now) => known.Id != 1001 ? false : throw new FormatException("bad data");

        public Task DoAsync(BillingDb db, Case known, string? plan, Instant now, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
