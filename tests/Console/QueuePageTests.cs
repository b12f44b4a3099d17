using System.Text.RegularExpressions;
using BillingBot.Cases;
using BillingBot.Console.Identity;
using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

public sealed class QueuePageTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_consoles_see_a_case_come_in_and_who_took_it_without_a_reload()
    {
        await using var yuki = await browser.OpenAsync("demo-yuki");
        await using var ken = await browser.OpenAsync("demo-ken", locale: "ja-JP");

        var id = await browser.Bot.OpenCaseAsync(TestUser.Alex, "The <b>invoice</b> of October");

        await Expect(Row(yuki, id)).ToContainTextAsync("The <b>invoice</b> of October");
        await Expect(Row(ken, id)).ToContainTextAsync("Contoso");
        await Expect(yuki.Page.Locator(".new-cases[role=status]")).ToContainTextAsync($"New case {id}");
        await browser.Bot.WaitForAsync(db => db.Cases.AnyAsync(known => known.Id == id && known.ToldAt != null, Ct));

        await yuki.Page.Locator($"[aria-label='Claim case {id}']").ClickAsync();

        await Expect(yuki.Page).ToHaveURLAsync(new Regex($"/staff/cases/{id}$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await Expect(Row(ken, id)).ToContainTextAsync("Yuki Tanaka");
        await Expect(ken.Page.Locator(".new-cases")).Not.ToContainTextAsync($"{id}");
    }

    [Fact]
    public async Task A_case_that_comes_after_one_with_a_higher_number_is_told_of_too()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        await using var yuki = await browser.OpenAsync("demo-yuki", bot: bot);
        var news = yuki.Page.Locator(".new-cases");
        var slow = await bot.Services.GetRequiredService<CaseNumbers>().TakeAsync(Ct);
        var quick = await bot.OpenCaseAsync(TestUser.Alex, "The quicker one");
        await Expect(news).ToContainTextAsync($"New case {quick}");

        await bot.Conversation(user: TestUser.Sam).CustomerSays("hello");
        await bot.OpenCaseInAsync((await bot.NewestConversationAsync()).Id, change: opened => new Case
        {
            Id = slow,
            ConversationId = opened.ConversationId,
            SenderId = opened.SenderId,
            Language = opened.Language,
            Reason = opened.Reason,
            Summary = "The slower one",
            Queue = opened.Queue,
            CreatedAt = opened.CreatedAt,
        });

        await Expect(news).ToContainTextAsync($"New case {slow}");
    }

    [Fact]
    public async Task A_case_that_was_put_back_is_told_of_again_and_one_that_waited_before_is_not()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var id = await bot.OpenCaseAsync(TestUser.Alex, "Somebody begins");
        await using var yuki = await browser.OpenAsync("demo-yuki", bot: bot);
        await Expect(Row(yuki, id)).ToContainTextAsync("Somebody begins");
        var news = yuki.Page.Locator(".new-cases");
        await Expect(news).Not.ToContainTextAsync($"{id}");
        var (ken, desk) = (CaseRoom.Demo("ken"), bot.Services.GetRequiredService<CaseDesk>());
        await desk.ClaimAsync(ken, id, Ct);
        await Expect(Row(yuki, id)).ToContainTextAsync(ken.Name);

        await desk.ToQueueAsync(ken, id, "billing", "off home", Ct);

        await Expect(news).ToContainTextAsync($"New case {id}");
    }

    [Fact]
    public async Task Urgent_ones_come_first_then_the_longest_waiting()
    {
        var old = await browser.Bot.OpenCaseAsync(TestUser.Alex, "Order: old", ago: Duration.FromMinutes(50));
        var recent = await browser.Bot.OpenCaseAsync(TestUser.Alex, "Order: recent", ago: Duration.FromMinutes(5));
        var urgent = await browser.Bot.OpenCaseAsync(TestUser.Alex, "Order: nobody can work", Urgency.Critical);
        await using var yuki = await browser.OpenAsync("demo-yuki");

        await Expect(Row(yuki, old)).ToContainTextAsync("50 min");
        var numbers = await yuki.Page.Locator(".cases .who strong").AllInnerTextsAsync();

        var order = numbers.Select(number => long.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).Where(number => number >= old).ToList();
        Assert.Equal([urgent, old, recent], order.Where(number => number == urgent || number == old || number == recent));
    }

    [Fact]
    public async Task A_closed_case_says_how_it_ended_and_whose_it_was()
    {
        var id = await browser.Bot.OpenCaseAsync(TestUser.Alex, "Closed: a credit that nobody gives");
        var desk = browser.Bot.Services.GetRequiredService<CaseDesk>();
        await desk.ClaimAsync(DemoStaff.All[1], id, Ct);
        Assert.IsType<CaseOutcome.Done>(await desk.ResolveAsync(DemoStaff.All[1], id, Resolution.NotPossible, null, Ct));
        await using var yuki = await browser.OpenAsync("demo-yuki");
        await yuki.GoAsync("?view=Resolved");

        await Expect(Row(yuki, id)).ToContainTextAsync("Closed less than a minute ago: Not possible");
        await Expect(Row(yuki, id)).ToContainTextAsync("Ken Sato");
    }

    [Fact]
    public async Task What_the_list_is_narrowed_to_outlives_a_reload()
    {
        var fraud = await browser.Bot.OpenCaseAsync(TestUser.Alex, "Narrow: strange sign-ins", classification: Classification.Fraud);
        var bill = await browser.Bot.OpenCaseAsync(TestUser.Alex, "Narrow: an invoice");
        await using var yuki = await browser.OpenAsync("demo-yuki");

        await yuki.Page.GetByLabel("Kind").SelectOptionAsync("Fraud");
        await Expect(Row(yuki, bill)).ToBeHiddenAsync();
        await yuki.Page.ReloadAsync();
        await Expect(Row(yuki, fraud)).ToBeVisibleAsync();
        await Expect(Row(yuki, bill)).ToBeHiddenAsync();

        await yuki.GoAsync($"?search={bill}");
        await Expect(Row(yuki, bill)).ToBeVisibleAsync();
        await Expect(Row(yuki, fraud)).ToBeHiddenAsync();
        await yuki.GoAsync("?view=Mine&search=nobody-of-this-name");
        await Expect(yuki.Page.GetByText("No case matches.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Whoever_is_away_is_not_told_of_new_cases()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        await using var yuki = await browser.OpenAsync("demo-yuki", bot: bot);
        await yuki.Page.GetByRole(AriaRole.Switch).ClickAsync();
        await Expect(yuki.Page.GetByRole(AriaRole.Switch)).ToHaveTextAsync("Away");

        var id = await bot.OpenCaseAsync(TestUser.Alex, "Nobody is there");

        await Expect(Row(yuki, id)).ToBeVisibleAsync();
        Assert.Null((await bot.ReadAsync(db => db.Cases.SingleAsync(known => known.Id == id, Ct))).ToldAt);
        await Expect(yuki.Page.Locator(".new-cases")).ToBeEmptyAsync();
    }

    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("en-GB", 390)]
    [InlineData("ja-JP", 1280)]
    [InlineData("ja-JP", 390)]
    public async Task The_list_is_accessible_and_fits(string locale, int width)
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        await bot.OpenCaseAsync(TestUser.Alex, "We cannot sign in to Microsoft 365 since this morning, all 40 people of the Osaka office", Urgency.Critical, Classification.Technical, "technical", ago: Duration.FromMinutes(4));
        await bot.OpenCaseAsync(TestUser.Alex, "10月分の請求書の金額が見積もりと違うので確認をお願いします", language: "ja", ago: Duration.FromMinutes(50));
        await bot.OpenCaseAsync(TestUser.Alex, "Somebody signed in from a country where we have nobody", Urgency.High, Classification.Fraud, "security", ago: Duration.FromHours(16));
        var mine = await bot.OpenCaseAsync(TestUser.Guest, "Can I buy two more licences before the renewal?", Urgency.Low, ago: Duration.FromMinutes(20));
        await bot.Services.GetRequiredService<CaseDesk>().ClaimAsync(DemoStaff.All[1], mine, Ct);
        await using var yuki = await browser.OpenAsync("demo-yuki", locale: locale, width: width, bot: bot);
        await bot.OpenCaseAsync(TestUser.Guest, "What does the support cost?");
        await Expect(yuki.Page.Locator(".new-cases p")).ToBeVisibleAsync();
        await yuki.PictureAsync($"queue-{locale}-{width}");

        await yuki.AssertAccessibleAsync();
        await yuki.AssertFitsAsync();
        Assert.Empty(yuki.Complaints);
    }

    private static ILocator Row(ConsoleWindow window, long id) =>
        window.Page.Locator(".cases tbody tr").Filter(new() { Has = window.Page.Locator("strong", new() { HasTextString = id.ToString(System.Globalization.CultureInfo.InvariantCulture) }) });
}
