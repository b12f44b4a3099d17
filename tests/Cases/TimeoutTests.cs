using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Extensions;

namespace BillingBot.Tests.Cases;

/// <summary>What time makes due, in the support hours of the demo partner: it is Tuesday, 10:00.</summary>
public class TimeoutTests
{
    private static readonly Duration Hour = Duration.FromHours(1);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_whose_case_nobody_claims_is_told_so_once()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.PassAsync(Duration.FromMinutes(14));
        Assert.Empty(await NoticesAsync(stage));
        await stage.PassAsync(Duration.FromMinutes(1));
        Assert.Contains("ask me something meanwhile", Assert.Single(await NoticesAsync(stage)), StringComparison.Ordinal);
        await stage.PassAsync(Hour);
        Assert.Single(await NoticesAsync(stage));
    }

    [Fact]
    public async Task Who_adds_something_while_they_wait_is_not_told_again_that_it_takes_longer()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.PassAsync(Hour);
        Assert.Single(await NoticesAsync(stage));

        await bot.Services.GetRequiredService<DbWriter>().CommitAsync(
            async (db, token) =>
            {
                await new CustomerAdded(stage.Id, "guest", "and one more thing").ApplyAsync(db, bot.Clock.GetUtcNow().ToInstant(), token);
                return await db.SaveChangesAsync(token);
            },
            Ct);
        await stage.PassAsync(Duration.FromMinutes(1));

        Assert.Single(await NoticesAsync(stage));
    }

    [Fact]
    public async Task Only_who_has_an_address_is_promised_an_e_mail()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot, change: opened => CaseStage.Of(opened, "contoso", "contoso-alex"));
        var guest = await CaseStage.OpenAsync(bot);
        await stage.PassAsync(Hour);
        Assert.Contains("by e-mail", Assert.Single(await NoticesAsync(stage)), StringComparison.Ordinal);
        Assert.DoesNotContain("e-mail", Assert.Single(await NoticesAsync(guest)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_a_night_and_a_weekend_nothing_becomes_due_and_nothing_false_is_said_at_opening()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        bot.Clock.Advance(new TimeSpan(3, 7, 55, 0));
        var stage = await CaseStage.OpenAsync(bot);
        await stage.PassAsync(Duration.FromHours(40));
        await stage.PassAsync(Duration.FromHours(23));
        Assert.Empty(await NoticesAsync(stage));
        Assert.Empty(await stage.AlertsAsync());

        await stage.PassAsync(Duration.FromMinutes(16));
        Assert.Single(await NoticesAsync(stage));
    }

    [Fact]
    public async Task Another_urgency_has_a_promise_of_its_own_and_staff_are_told_when_that_is_broken()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.PassAsync(Hour);
        Assert.Equal(1, await BrokenAsync());

        foreach (var _ in new[] { "critical", "the same again" })
        {
            await stage.Desk.ChangeAsync(CaseStage.Lead, stage.Id, new CaseChange(Urgency.Critical), null, Ct);
            await stage.PassAsync(Duration.FromMinutes(1));
            Assert.Equal(2, await BrokenAsync());
        }

        async Task<int> BrokenAsync() => (await stage.AlertsAsync()).Count(alert => alert == nameof(CaseAlert.FirstReplyBreached));
    }

    [Fact]
    public async Task An_owner_who_leaves_the_customer_waiting_is_told_and_then_loses_the_case()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.KnowAsync(CaseStage.Yuki);
        await stage.KnowAsync(CaseStage.Ren);
        await stage.KnowAsync(CaseStage.Lead);
        await stage.ClaimAsync();
        await stage.SayAsync("Which one?");
        await stage.PassAsync(Hour);
        Assert.Empty(await stage.AlertsAsync());

        await stage.Customer.CustomerSays("the last one");
        await stage.PassAsync(Duration.FromMinutes(15));
        Assert.Equal([nameof(CaseAlert.OwnerSilent)], await stage.AlertsAsync());
        Assert.Equal(
            ["mio@northwindcloud.example", "yuki@northwindcloud.example"],
            await bot.ReadAsync(db => db.Mails.Select(mail => mail.To).OrderBy(to => to).ToListAsync(Ct)));

        await stage.PassAsync(Duration.FromMinutes(45));
        Assert.Equal((CaseStatus.Waiting, (string?)null), ((await stage.CaseAsync()).Status, (await stage.CaseAsync()).OwnerId));
        Assert.Contains((await NoticesAsync(stage)), notice => notice.StartsWith("I am sorry that you have not had an answer", StringComparison.Ordinal));
        Assert.NotEmpty((await stage.Customer.CustomerSays("hello?")).Text);
    }

    [Fact]
    public async Task An_owner_who_answered_is_not_reminded()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await stage.PassAsync(Duration.FromMinutes(14));
        await stage.SayAsync("Hello");
        await stage.PassAsync(Duration.FromHours(2));
        Assert.DoesNotContain(nameof(CaseAlert.OwnerSilent), await stage.AlertsAsync());
    }

    [Fact]
    public async Task A_customer_who_does_not_answer_is_asked_once_and_then_the_case_is_closed_with_a_way_back()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await stage.SayAsync("Is it solved?");
        await stage.PassAsync(Duration.FromDays(1));
        await stage.PassAsync(Duration.FromDays(1));
        Assert.Single(await NoticesAsync(stage), notice => notice.Contains("still need help", StringComparison.Ordinal));

        await stage.PassAsync(Duration.FromDays(1));
        Assert.Equal((CaseStatus.Resolved, Resolution.NoAnswer), ((await stage.CaseAsync()).Status, (await stage.CaseAsync()).Resolution));
        Assert.Contains("reopen case 1001", (await NoticesAsync(stage))[^1], StringComparison.Ordinal);
        Assert.NotEmpty((await stage.Customer.CustomerSays("hello")).Text);
    }

    [Fact]
    public async Task A_customer_who_answers_the_question_keeps_the_case_open()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.ClaimAsync();
        await stage.SayAsync("Is it solved?");
        await stage.PassAsync(Duration.FromDays(1));
        await stage.Customer.CustomerSays("not yet");
        await stage.SayAsync("And now?");
        await stage.PassAsync(Duration.FromHours(20));
        Assert.Equal(CaseStatus.AwaitingCustomer, (await stage.CaseAsync()).Status);
    }

    [Fact]
    public async Task Staff_are_warned_before_a_promise_is_broken_and_told_when_it_is_each_once()
    {
        await using var bot = BotHost.Start(settings: [BotHost.NoArticles, ("Cases:UnclaimedMinutes", "1000"), ("Cases:AlarmMinutes", "1000")]);
        var stage = await CaseStage.OpenAsync(bot);
        await stage.PassAsync(Duration.FromMinutes(44));
        Assert.Empty(await stage.AlertsAsync());
        Assert.Equal((60, 960), ((await stage.CaseAsync()).FirstReplyTarget, (await stage.CaseAsync()).ResolveTarget));
        await stage.PassAsync(Duration.FromMinutes(1));
        await stage.PassAsync(Duration.FromMinutes(14));
        Assert.Equal([nameof(CaseAlert.FirstReplySoon)], await stage.AlertsAsync());
        await stage.PassAsync(Duration.FromMinutes(1));
        await stage.PassAsync(Duration.FromMinutes(1));
        Assert.Equal([nameof(CaseAlert.FirstReplySoon), nameof(CaseAlert.FirstReplyBreached)], await stage.AlertsAsync());

        await stage.ClaimAsync();
        await stage.SayAsync("I am sorry for the wait.");
        await stage.PassAsync(Duration.FromHours(20));
        Assert.Equal(2, (await stage.AlertsAsync()).Count);
    }

    private static async Task<IReadOnlyList<string>> NoticesAsync(CaseStage stage) => [.. (await stage.TranscriptAsync())
        .Where(line => line.By == Speaker.Notice && !line.Text.Contains("has joined", StringComparison.Ordinal)).Select(line => line.Text)];
}
