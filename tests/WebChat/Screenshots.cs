using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.WebChat;

/// <summary>Takes the picture of the README into TestResults beside the tests; copy it to bot/WebChat/chat.png when it changed.</summary>
public sealed class Screenshots(ChatBrowser browser, ProductionBot production)
    : IClassFixture<ChatBrowser>, IClassFixture<ProductionBot>
{
    [Fact]
    public async Task Chat_page()
    {
        await using var chat = await browser.OpenAsync(bot: production.Bot);
        await chat.SayAsync("Can I cancel my subscription after ten days?");
        await Expect(chat.Buttons.First).ToBeVisibleAsync();
        await chat.SayAsync("When is your support open?");
        await Expect(chat.History.GetByText("Also offered").First).ToBeInViewportAsync(new() { Ratio = 1 });

        var picture = Path.Combine(AppContext.BaseDirectory, "TestResults", "chat.png");
        await chat.Page.ScreenshotAsync(new() { Path = picture });
        Assert.InRange(new FileInfo(picture).Length, 20_000, 200_000);
    }
}
