using BillingBot.Tests.WebChat;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

/// <summary>What somebody of the staff sees and does in the console.</summary>
internal sealed class ConsoleWindow : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private ConsoleWindow(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => Complain(message.Type == "error", message.Text);
        page.PageError += (_, error) => Complain(true, error);
    }

    public IPage Page { get; }

    /// <summary>What the browser refused or failed at.</summary>
    public List<string> Complaints { get; } = [];

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public static async Task<ConsoleWindow> OpenAsync(IBrowserContext context, string? person, string path)
    {
        var window = new ConsoleWindow(context, await context.NewPageAsync());
        await window.Page.GotoAsync("/staff" + path);
        if (person is not null)
        {
            await window.Page.Locator($"button[value={person}]").ClickAsync();
        }

        await window.IsReadyAsync();
        return window;
    }

    /// <summary>Another page, by its address.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync("/staff" + path);
        await IsReadyAsync();
    }

    /// <summary>Waits for the open page to be alive.</summary>
    public Task IsReadyAsync() => Expect(Page.Locator("main h1")).ToBeVisibleAsync();

    /// <summary>Nothing serious for people with assistive technology.</summary>
    public Task AssertAccessibleAsync() => Page.AssertAccessibleAsync();

    /// <summary>Nothing is wider than the window.</summary>
    public async Task AssertFitsAsync() => Assert.Empty(await Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('body *')]
          .filter(e => e.checkVisibility() && !e.closest('.scrolls, .visually-hidden, .skip, thead'))
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
          .map(e => e.outerHTML.slice(0, 120))
        """));

    /// <summary>A picture to look at, in TestResults beside the tests.</summary>
    public async Task PictureAsync(string name) => await Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(AppContext.BaseDirectory, "TestResults", $"console-{name}.png"),
    });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Complain(bool isError, string text)
    {
        if (isError)
        {
            Complaints.Add(text);
        }
    }
}
