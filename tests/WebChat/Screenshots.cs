using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.WebChat;

/// <summary>Takes the picture of the README into TestResults beside the tests; copy it to bot/WebChat/chat.png when it changed.</summary>
public sealed class Screenshots(ChatBrowser browser) : IClassFixture<ChatBrowser>
{
    [Fact]
    public async Task Chat_page()
    {
        await using var chat = await browser.OpenAsync(prepare: page => ChatAs.Person(page, "contoso-alex"));
        await chat.Page.EvaluateAsync("document.querySelector('.developer').hidden = true");
        await chat.SayAsync("Which invoices are unpaid?");
        await Expect(chat.History.GetByText("INV-2026-0112").First).ToBeInViewportAsync(new() { Ratio = 1 });

        var picture = Path.Combine(AppContext.BaseDirectory, "TestResults", "chat.png");
        await chat.Page.ScreenshotAsync(new() { Path = picture });
        Assert.InRange(new FileInfo(picture).Length, 20_000, 200_000);
    }
}
