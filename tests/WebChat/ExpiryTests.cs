using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.WebChat;

/// <summary>Moves the bot's clock, so it has a bot of its own.</summary>
public sealed class ExpiryTests(ChatBrowser browser) : IClassFixture<ChatBrowser>
{
    [Fact]
    public async Task Whoever_comes_back_too_late_is_told_and_can_go_on_in_a_new_conversation()
    {
        await using var chat = await browser.OpenAsync();
        await chat.SayAsync("When is your support open?");
        await Expect(chat.Own).ToHaveCountAsync(1);
        browser.Bot.Clock.Advance(TimeSpan.FromHours(2));

        await chat.Page.ReloadAsync();

        await Expect(chat.Page.Locator("#notice")).ToContainTextAsync("Your earlier conversation ended");
        await chat.IsReadyAsync();
        await chat.SayAsync("When is your support open?");
        await Expect(chat.Own).ToHaveCountAsync(1);
    }
}
