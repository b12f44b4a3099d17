using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console.Knowledge;

public sealed class KnowledgePagesTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private const string Editor = "demo-emma";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("ja-JP", 390)]
    public async Task Every_page_is_accessible_and_fits(string locale, int width)
    {
        await browser.Bot.Conversation(user: TestUser.Alex).CustomerSays("please paint my zebra purple");
        await using var staff = await browser.OpenAsync("demo-aoi", "/knowledge", locale, width);
        foreach (var (path, name) in new[]
        {
            ("", "list"), ("/articles/en/late-payment", "article"), ("/articles/ja/late-payment", "article-ja"), ("/new", "new"), ("/suggestions", "suggestions"),
            ("/try?question=please%20paint%20my%20overdue%20zebra%20invoice", "try"), ("/replies", "replies"),
        })
        {
            await staff.GoAsync("/knowledge" + path);
            await Expect(staff.Page.Locator("main li, main form, main section").First).ToBeVisibleAsync();
            await staff.AssertAccessibleAsync();
            await staff.AssertFitsAsync();
            await staff.PictureAsync($"knowledge-{name}-{locale}-{width}");
        }

        Assert.Empty(staff.Complaints);
    }

    [Fact]
    public async Task An_editor_publishes_and_the_customers_next_question_is_answered_with_it()
    {
        await using var bot = BotHost.Start();
        await using var staff = await browser.OpenAsync(Editor, "/knowledge", bot: bot);
        await staff.Page.GetByRole(AriaRole.Searchbox).FillAsync("late-payment");
        await Expect(staff.Page.Locator(".articles a").First).ToHaveTextAsync("What happens if an invoice is not paid");
        await staff.Page.Locator(".articles a").First.ClickAsync();
        await staff.Page.GetByLabel("Answer", new() { Exact = true }).FillAsync("Our **own** words. <script>alert('x')</script>");

        var preview = staff.Page.Locator(".article-preview");
        await Expect(preview.Locator("strong").First).ToHaveTextAsync("own");
        await Expect(preview).ToContainTextAsync("<script>alert('x')</script>");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        var published = staff.Page.GetByText("Published: customers get it from now on.");
        var anyway = staff.Page.GetByRole(AriaRole.Button, new() { Name = "Publish anyway" });
        await Expect(published.Or(anyway)).ToBeVisibleAsync(ConsoleBrowser.Learnt);
        if (await anyway.CountAsync() > 0)
        {
            await anyway.ClickAsync();
        }

        await Expect(published).ToBeVisibleAsync(ConsoleBrowser.Learnt);

        Assert.Contains("Our **own** words.", (await bot.Conversation().CustomerSays("What happens if I don't pay my invoice?")).Text);
        await Expect(staff.Page.Locator(".history li")).ToHaveCountAsync(1);
        await staff.Page.Locator(".history summary").ClickAsync();
        await Expect(staff.Page.Locator(".history .added").Last).ToContainTextAsync("Our **own** words.");
        await staff.AssertAccessibleAsync();
        await staff.PictureAsync("knowledge-published");
        Assert.Empty(staff.Complaints);
    }

    [Fact]
    public async Task Of_two_editors_at_one_article_the_second_is_told_and_keeps_the_text()
    {
        await using var hers = await browser.OpenAsync(Editor, "/knowledge/articles/en/charge-cycle");
        await using var his = await browser.OpenAsync("demo-aoi", "/knowledge/articles/en/charge-cycle");
        await hers.Page.GetByLabel("Answer", new() { Exact = true }).FillAsync("Hers.");
        await his.Page.GetByLabel("Answer", new() { Exact = true }).FillAsync("His.");
        await hers.Page.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
        await Expect(hers.Page.GetByText("The draft is saved.")).ToBeVisibleAsync();

        await his.Page.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();

        await Expect(his.Page.GetByText("Emma Brown saved another version meanwhile")).ToBeVisibleAsync();
        await Expect(his.Page.GetByLabel("Answer", new() { Exact = true })).ToHaveValueAsync("His.");
        await his.AssertAccessibleAsync();
        await his.PictureAsync("knowledge-conflict");
        await his.Page.GetByRole(AriaRole.Button, new() { Name = "Go on with my text" }).ClickAsync();
        await his.Page.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).ClickAsync();
        await Expect(his.Page.GetByText("The draft is saved.")).ToBeVisibleAsync();
        Assert.Equal(2, await browser.Bot.ReadAsync(db => db.ArticleRevisions.CountAsync(revision => revision.ArticleId == "charge-cycle", Ct)));
    }

    [Fact]
    public async Task An_address_of_no_article_is_told_with_a_way_back_and_a_translation_can_still_be_begun()
    {
        await using var staff = await browser.OpenAsync(Editor, "/knowledge/articles/en/no-such-article");
        await Expect(staff.Page.Locator(".told.warn")).ToContainTextAsync("There is no article “no-such-article”.");
        await Expect(staff.Page.Locator("main textarea")).ToHaveCountAsync(0);
        await staff.AssertAccessibleAsync();
        await staff.Page.GetByRole(AriaRole.Link, new() { Name = "All articles" }).ClickAsync();
        await staff.Page.WaitForURLAsync("**/staff/knowledge");

        await staff.GoAsync("/knowledge/articles/en/no-such-article?title=A+new+one");
        await Expect(staff.Page.GetByLabel("Answer", new() { Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_bad_file_is_told_with_its_line_and_the_text_stays()
    {
        await using var staff = await browser.OpenAsync(Editor, "/knowledge/articles/en/azure-budget");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Edit the whole file" }).ClickAsync();
        var file = staff.Page.GetByLabel("File", new() { Exact = true });
        var bad = (await file.InputValueAsync()).Replace("era: any", "era: stone-age", StringComparison.Ordinal);
        await file.FillAsync(bad);
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Expect(staff.Page.Locator(".told.bad")).ToContainTextAsync("'stone-age' is not a known era.");
        await Expect(file).ToHaveValueAsync(bad);
    }

    [Fact]
    public async Task A_lead_edits_a_canned_reply_and_an_agent_only_reads_both()
    {
        await using var lead = await browser.OpenAsync("demo-ken", "/knowledge/replies");
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Edit “Solved”" }).ClickAsync();
        await lead.Page.GetByLabel("Text, English").FillAsync("Bye {custommerName}");
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(lead.Page.Locator(".told.bad")).ToContainTextAsync("nobody can fill in {custommerName}");
        await lead.Page.GetByLabel("Text, English").FillAsync("Bye {customerName}");
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(lead.Page.GetByText("Bye {customerName}")).ToBeVisibleAsync();

        await using var agent = await browser.OpenAsync("demo-yuki", "/knowledge/replies");
        await Expect(agent.Page.GetByText("Bye {customerName}")).ToBeVisibleAsync();
        await Expect(agent.Page.Locator("main").GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await agent.GoAsync("/knowledge/articles/en/late-payment");
        await Expect(agent.Page.Locator(".article-preview")).ToBeVisibleAsync();
        await Expect(agent.Page.Locator("main textarea")).ToHaveCountAsync(0);
        await agent.GoAsync("/knowledge/suggestions");
        await Expect(agent.Heading).ToHaveTextAsync("Not for your role");
    }

    [Fact]
    public async Task Everything_can_be_done_with_the_keyboard()
    {
        await using var staff = await browser.OpenAsync(Editor, "/knowledge/articles/en/billing-period-new");
        var keyboard = staff.Page.Keyboard;
        await staff.Page.GetByLabel("Answer", new() { Exact = true }).FocusAsync();
        await keyboard.PressAsync("Control+A");
        await keyboard.TypeAsync("Typed.");
        await Expect(staff.Page.Locator(".article-preview .answer")).ToHaveTextAsync("Typed.");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "Save draft" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(staff.Page.GetByText("The draft is saved.")).ToBeVisibleAsync();
    }
}
