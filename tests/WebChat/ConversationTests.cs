using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.WebChat;

public sealed class ConversationTests(ChatBrowser browser) : IClassFixture<ChatBrowser>
{
    private const string SupportMail = "support@northwindcloud.example";

    [Theory]
    [InlineData("en-GB", "en", "When is your support open?", "Phone")]
    [InlineData("ja-JP", "ja", "営業時間を教えてください", "電話")]
    public async Task A_customer_asks_in_their_language_and_reads_the_answer(
        string locale, string language, string example, string answer)
    {
        await using var chat = await browser.OpenAsync(locale);
        await Expect(chat.Page.Locator("html")).ToHaveAttributeAsync("lang", language);

        await chat.Page.GetByRole(AriaRole.Button, new() { Name = example }).ClickAsync();
        await chat.SeesAsync(answer);
        await chat.SayAsync(example);

        await Expect(chat.Own).ToHaveCountAsync(2);
        await Expect(chat.History.GetByText(SupportMail)).ToHaveCountAsync(2);
        await Expect(chat.Examples.First).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_long_answer_on_a_phone_is_shown_from_its_beginning()
    {
        await using var chat = await browser.OpenAsync(width: 390);
        await chat.SayAsync("When is your support open?");
        await chat.SeesAsync(SupportMail);
        await chat.SayAsync("How do I pay by card?");
        await Expect(chat.Buttons.Filter(new() { HasText = "Yes, thank you" })).ToBeVisibleAsync();
        await chat.Page.WaitForTimeoutAsync(1_000);
        await Expect(chat.History.GetByText("The payment instructions are on the invoice.", new() { Exact = true })).ToBeInViewportAsync();
    }

    [Fact]
    public async Task The_page_asks_no_other_site_for_anything()
    {
        await using var chat = await browser.OpenAsync();
        await chat.SayAsync("When is your support open?");
        await chat.SeesAsync(SupportMail);

        var own = browser.Bot.ClientOptions.BaseAddress.Authority;
        Assert.DoesNotContain(chat.Asked, url => new Uri(url) is { Scheme: not ("data" or "blob") } asked && asked.Authority != own);
        Assert.Contains(chat.Asked, url => url.StartsWith("ws:", StringComparison.Ordinal));
        Assert.Empty(chat.Complaints);
    }

    [Fact]
    public async Task A_reload_keeps_the_conversation()
    {
        await using var chat = await browser.OpenAsync();
        await chat.SayAsync("When is your support open?");
        await chat.SeesAsync(SupportMail);

        await chat.Page.ReloadAsync();

        await chat.SeesAsync(SupportMail);
        await Expect(chat.Own).ToHaveCountAsync(1);
        await Expect(chat.Examples.First).ToBeHiddenAsync();
        await chat.SayAsync("When is your support open?");
        await Expect(chat.Own).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_new_conversation_starts_empty_once_the_customer_says_so()
    {
        await using var chat = await browser.OpenAsync();
        await chat.SayAsync("When is your support open?");
        await chat.SeesAsync(SupportMail);
        var start = chat.Page.GetByRole(AriaRole.Button, new() { Name = "New conversation" });

        await start.ClickAsync();
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Keep this one" }).ClickAsync();
        await Expect(chat.Own).ToHaveCountAsync(1);
        await start.ClickAsync();
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "Start a new one" }).ClickAsync();

        await Expect(chat.Examples.First).ToBeVisibleAsync();
        await chat.IsReadyAsync();
        await Expect(chat.Own).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_developer_chats_as_one_of_the_demo_people()
    {
        await using var chat = await browser.OpenAsync();
        var asked = chat.Page.WaitForRequestAsync("**/webchat/token");

        await chat.Page.GetByLabel("chat as").SelectOptionAsync("contoso-alex");

        Assert.Equal("{\"as\":\"contoso-alex\"}", (await asked).PostData);
        await chat.IsReadyAsync();
        await Expect(chat.Page.GetByLabel("chat as")).ToHaveValueAsync("contoso-alex");
    }

    [Fact]
    public async Task A_lost_connection_is_told_and_restored()
    {
        var lines = new List<IWebSocketRoute>();
        await using var chat = await browser.OpenAsync(prepare: page => page.RouteWebSocketAsync("**/stream?**", line =>
        {
            lines.Add(line);
            line.ConnectToServer();
        }));
        var notice = chat.Page.Locator("#notice");

        await lines[^1].CloseAsync();

        await Expect(notice).ToContainTextAsync("connection was lost");
        await Expect(notice).ToBeEmptyAsync();
        await chat.SayAsync("When is your support open?");
        await chat.SeesAsync(SupportMail);
        await Expect(chat.Own).ToHaveCountAsync(1);
    }
}
