using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Cases;

/// <summary>The list of cases.</summary>
public class CaseQueueTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Urgent_ones_come_first_then_those_that_waited_over_night_then_the_oldest()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        bot.Clock.Advance(TimeSpan.FromHours(9));
        var night = await CaseStage.OpenAsync(bot);
        bot.Clock.Advance(TimeSpan.FromHours(15));
        var morning = await CaseStage.OpenAsync(bot);
        var urgent = await CaseStage.OpenAsync(bot, change: opened => CaseStage.Of(opened, "contoso", "contoso-alex", Urgency.Critical));

        var rows = (await ListAsync(bot, new CaseFilter())).Rows;
        Assert.Equal([urgent.Id, night.Id, morning.Id], rows.Select(row => row.Case.Id));
        Assert.Equal([false, true, false], rows.Select(row => row.WaitedOverNight));
        Assert.Equal("Alex Wilber", rows[0].PersonName);
    }

    [Fact]
    public async Task Scopes_filters_and_search_narrow_it()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var mine = await CaseStage.OpenAsync(bot, change: opened => CaseStage.Of(opened, "contoso", "contoso-alex"));
        var free = await CaseStage.OpenAsync(bot, change: opened =>
        {
            (opened.Queue, opened.Classification) = ("technical", Classification.Technical);
            return opened;
        });
        var waiting = await CaseStage.OpenAsync(bot);
        var closed = await CaseStage.OpenAsync(bot);
        await mine.ClaimAsync();
        await waiting.ClaimAsync(CaseStage.Ren);
        await waiting.SayAsync("Well?", CaseStage.Ren);
        await closed.ClaimAsync();
        await closed.Desk.ResolveAsync(CaseStage.Yuki, closed.Id, Resolution.Solved, null, Ct);

        Assert.Equal([mine.Id], await IdsAsync(bot, new(CaseScope.Mine)));
        Assert.Equal([free.Id], await IdsAsync(bot, new(CaseScope.Unclaimed)));
        Assert.Equal([waiting.Id], await IdsAsync(bot, new(CaseScope.AwaitingCustomer)));
        Assert.Equal([closed.Id], await IdsAsync(bot, new(CaseScope.Resolved)));
        Assert.Equal([free.Id], await IdsAsync(bot, new() { Classification = Classification.Technical }));
        Assert.Equal([free.Id], await IdsAsync(bot, new() { Queue = "technical" }));
        Assert.Equal([closed.Id], await IdsAsync(bot, new() { Search = $"#{closed.Id}" }));
        Assert.Equal([mine.Id], await IdsAsync(bot, new() { Search = "CONTOSO" }));
        Assert.Empty(await IdsAsync(bot, new() { Search = "' OR 1=1 --" }));
        var list = await ListAsync(bot, new CaseFilter { Take = 1 });
        Assert.Equal((1, 3), (list.Rows.Count, list.Total));
        Assert.Equal((3, 1, 1, 1, 1), (list.Counts[CaseScope.Open], list.Counts[CaseScope.Mine], list.Counts[CaseScope.Unclaimed], list.Counts[CaseScope.AwaitingCustomer], list.Counts[CaseScope.Resolved]));
    }

    [Fact]
    public async Task Who_is_no_agent_sees_no_list()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        Assert.Equal(StaffRole.Agent, Assert.IsType<CaseListing.Forbidden>(
            await bot.Services.GetRequiredService<CaseQueue>().ReadAsync(CaseStage.Editor, new CaseFilter(), Ct)).Needs);
    }

    private static async Task<CaseListing.Shown> ListAsync(BotHost bot, CaseFilter filter) => Assert.IsType<CaseListing.Shown>(
        await bot.Services.GetRequiredService<CaseQueue>().ReadAsync(CaseStage.Yuki, filter, Ct));

    private static async Task<IEnumerable<long>> IdsAsync(BotHost bot, CaseFilter filter) => (await ListAsync(bot, filter)).Rows.Select(row => row.Case.Id);
}
