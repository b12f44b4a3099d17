using System.Runtime.CompilerServices;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.WebChat;

/// <summary>
/// Takes the picture of the README: <c>dotnet test --explicit only --filter-class "*.Screenshots"</c>.
/// </summary>
public sealed class Screenshots(ChatBrowser browser, ProductionBot production)
    : IClassFixture<ChatBrowser>, IClassFixture<ProductionBot>
{
    [Fact(Explicit = true)]
    public async Task Chat_page()
    {
        await using var chat = await browser.OpenAsync(bot: production.Bot);
        await chat.SayAsync("Can I cancel my subscription after ten days?");
        await Expect(chat.Buttons.First).ToBeVisibleAsync();
        await chat.SayAsync("When is your support open?");
        await Expect(chat.History.GetByText("Also offered").First).ToBeInViewportAsync(new() { Ratio = 1 });

        await chat.Page.ScreenshotAsync(new() { Path = Path.Combine(Here(), "../../bot/WebChat/chat.png") });
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
