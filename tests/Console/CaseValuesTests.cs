using BillingBot.Cases;
using BillingBot.Console.Cases;
using BillingBot.Tests.Cases;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Console;

/// <summary>What canned replies can be filled with.</summary>
public sealed class CaseValuesTests
{
    [Fact]
    public async Task Opening_hours_are_those_of_the_published_plan_with_their_time_zone()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        var read = Assert.IsType<CaseReading.Shown>(await stage.Reader.ReadAsync(CaseStage.Yuki, stage.Id, TestContext.Current.CancellationToken));

        var values = bot.Services.GetRequiredService<CaseValues>().Of(read.View, [], CaseStage.Yuki.Name);

        Assert.Contains("09:00–12:00, 13:00–18:00", values.OpeningHours, StringComparison.Ordinal);
        Assert.EndsWith(", Asia/Tokyo (UTC+9:00)", values.OpeningHours, StringComparison.Ordinal);
    }
}
