using BillingBot.Tests.Editing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console.Knowledge;

public sealed class LearningPagesTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private const string Editor = "demo-emma", Zebra = "please paint my zebra purple";

    [Fact]
    public async Task A_question_is_attached_with_one_click_and_answered_from_then_on()
    {
        await using var room = new LearningRoom();
        await room.Bot.Conversation().CustomerSays("and when is the third zebra due then");
        await using var staff = await browser.OpenAsync(Editor, "/knowledge/suggestions", bot: room.Bot);
        var attach = staff.Page.Locator(".suggested button").Filter(new() { HasText = "Attach to", HasNotText = "talk-to-person" }).First;
        var title = (await attach.InnerTextAsync()).Split('“', '”')[1];
        await attach.ClickAsync();
        var anyway = staff.Page.GetByRole(AriaRole.Button, new() { Name = "Publish anyway" });
        var done = staff.Page.Locator(".told.good").GetByText("the bot answers it from now on");
        await Expect(anyway.Or(done).First).ToBeVisibleAsync(ConsoleBrowser.Learnt);
        if (await anyway.CountAsync() > 0)
        {
            await anyway.ClickAsync();
        }

        await Expect(done).ToBeVisibleAsync(ConsoleBrowser.Learnt);
        await staff.PictureAsync("suggestions-attached");
        await staff.GoAsync($"/knowledge/try?question=and%20when%20is%20the%20third%20zebra%20due%20then");
        await Expect(staff.Page.Locator(".decision")).ToContainTextAsync(title);
        await Expect(staff.Page.GetByText("The words are a question that the article was taught.")).ToBeVisibleAsync();
        Assert.Empty(staff.Complaints);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told()
    {
        await using var room = new LearningRoom();
        await room.Bot.Conversation().CustomerSays(Zebra);
        await using var hers = await browser.OpenAsync(Editor, "/knowledge/suggestions", bot: room.Bot);
        await using var his = await browser.OpenAsync("demo-aoi", "/knowledge/suggestions", bot: room.Bot);
        await hers.Page.GetByRole(AriaRole.Button, new() { Name = "Dismiss" }).ClickAsync();
        await Expect(hers.Page.GetByText("Dismissed.", new() { Exact = true })).ToBeVisibleAsync();
        await his.Page.GetByRole(AriaRole.Button, new() { Name = "Never answer this" }).ClickAsync();
        await Expect(his.Page.Locator(".told.bad")).ToContainTextAsync("Emma Brown decided this before you");
        await his.AssertAccessibleAsync();

        await hers.Page.GetByLabel("Show").SelectOptionAsync("Decided");
        await Expect(hers.Page.Locator(".suggested").First).ToContainTextAsync("Emma Brown");
        await Expect(hers.Page.GetByLabel("Show")).ToHaveValueAsync("Decided");
    }

    [Fact]
    public async Task What_is_never_to_be_answered_stands_on_a_list_that_can_be_changed()
    {
        await using var room = new LearningRoom();
        await room.Bot.Conversation().CustomerSays(Zebra);
        await using var staff = await browser.OpenAsync(Editor, "/knowledge/suggestions", bot: room.Bot);
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Never answer this" }).ClickAsync();
        await Expect(staff.Page.GetByText("the bot will not answer it")).ToBeVisibleAsync(ConsoleBrowser.Learnt);
        await staff.GoAsync("/knowledge/suggestions");
        await Expect(staff.Page.GetByText("Nothing waits for a decision.")).ToBeVisibleAsync();
        await Expect(staff.Page.Locator(".never-list li")).ToContainTextAsync(Zebra);
        await staff.AssertAccessibleAsync();
        await staff.PictureAsync("suggestions-never");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = $"Remove “{Zebra}”" }).ClickAsync();
        await Expect(staff.Page.GetByText("The list is empty.")).ToBeVisibleAsync(ConsoleBrowser.Learnt);
        Assert.Empty(staff.Complaints);
    }

    [Fact]
    public async Task A_question_becomes_one_of_a_new_article_and_leaves_the_list()
    {
        await using var room = new LearningRoom();
        await room.Bot.Conversation().CustomerSays(Zebra);
        await using var staff = await browser.OpenAsync(Editor, "/knowledge/asked", bot: room.Bot);
        await staff.Page.GetByRole(AriaRole.Link, new() { Name = "New article", Exact = true }).ClickAsync();
        await staff.Page.GetByLabel("Title", new() { Exact = true }).FillAsync("Painting zebras");
        await staff.Page.GetByLabel("Id", new() { Exact = true }).FillAsync("painting-zebras");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(staff.Page.GetByLabel("Questions, one a line")).ToHaveValueAsync(Zebra);
        await staff.Page.GetByLabel("Answer", new() { Exact = true }).FillAsync("We paint no zebras.");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Expect(staff.Page.GetByText("Published: customers get it from now on.")).ToBeVisibleAsync(ConsoleBrowser.Learnt);

        Assert.Contains("We paint no zebras.", (await room.Bot.Conversation().CustomerSays("Please paint my zebra purple!")).Text);
        await staff.GoAsync("/knowledge/suggestions");
        await Expect(staff.Page.GetByText("Nothing waits for a decision.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Publishing_what_makes_answers_worse_is_warned_of_first()
    {
        await using var room = new LearningRoom("""{"text": "please paint my zebra purple", "label": "oos"}""");
        await using var staff = await browser.OpenAsync(Editor, "/knowledge/articles/en/one?question=please%20paint%20my%20zebra%20purple", bot: room.Bot);
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Expect(staff.Page.GetByText("Would answer 1 of 1 evaluation questions worse.")).ToBeVisibleAsync();
        await staff.AssertAccessibleAsync();
        await staff.PictureAsync("knowledge-warning");
        Assert.DoesNotContain("An answer.", (await room.Bot.Conversation().CustomerSays(Zebra)).Text, StringComparison.Ordinal);
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Publish anyway" }).ClickAsync();
        await Expect(staff.Page.GetByText("Published: customers get it from now on.")).ToBeVisibleAsync(ConsoleBrowser.Learnt);
        Assert.Contains("An answer.", (await room.Bot.Conversation().CustomerSays(Zebra)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en-GB", 1280, "What if we can't pay our zebrafarm bill on time", "Try", "What the bot would do", "zebrafarm")]
    [InlineData("ja-JP", 390, "シマウマの請求書を期限までに払えません", "試す", "ボットの対応", "シマウマ")]
    public async Task It_shows_the_decision_the_bars_and_the_reasons(string locale, int width, string question, string button, string heading, string untaught)
    {
        await using var staff = await browser.OpenAsync("demo-aoi", "/knowledge/try", locale, width);
        await staff.Page.GetByRole(AriaRole.Textbox).First.FillAsync(question);
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Expect(staff.Page.GetByRole(AriaRole.Heading, new() { Name = heading })).ToBeVisibleAsync();
        await Expect(staff.Page.Locator(".candidates li").First).ToBeVisibleAsync();
        Assert.Contains('%', await staff.Page.Locator(".candidates svg").First.GetAttributeAsync("aria-label") ?? "");
        await Expect(staff.Page.Locator(".grounds dd").Nth(2)).ToContainTextAsync(untaught);
        await staff.AssertAccessibleAsync();
        await staff.AssertFitsAsync();
        await staff.PictureAsync($"try-result-{locale}-{width}");
        Assert.Empty(staff.Complaints);
    }

    [Fact]
    public async Task One_click_opens_the_article_with_the_question_added()
    {
        await using var staff = await browser.OpenAsync("demo-emma", "/knowledge/try");
        await staff.Page.GetByLabel("Question", new() { Exact = true }).FillAsync("what about the overdue zebra invoice");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Try", Exact = true }).ClickAsync();
        await staff.Page.Locator(".teach a").First.ClickAsync();
        await Expect(staff.Page.GetByText("The question was added to the list.")).ToBeVisibleAsync();
        Assert.EndsWith("what about the overdue zebra invoice", await staff.Page.GetByLabel("Questions, one a line").InputValueAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agent_tries_too_but_teaches_nothing_and_an_empty_question_is_refused()
    {
        await using var staff = await browser.OpenAsync("demo-yuki", "/knowledge/try");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Try", Exact = true }).ClickAsync();
        await Expect(staff.Page.GetByText("Write a question first.")).ToBeVisibleAsync();
        await staff.Page.GetByLabel("Question", new() { Exact = true }).FillAsync("I want to talk to a person");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Try", Exact = true }).ClickAsync();
        await Expect(staff.Page.Locator(".decision")).ToHaveTextAsync("Hands over to a person.");
        await Expect(staff.Page.Locator(".teach")).ToHaveCountAsync(0);
        await Expect(staff.Page.GetByText("Customer (optional)")).ToHaveCountAsync(0);
        await staff.AssertAccessibleAsync();
    }
}
