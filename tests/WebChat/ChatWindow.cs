using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.WebChat;

/// <summary>What a customer sees and does on the chat page.</summary>
internal sealed class ChatWindow : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private ChatWindow(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Request += (_, request) => Asked.Add(request.Url);
        page.WebSocket += (_, socket) => Asked.Add(socket.Url);
        page.Console += (_, message) => Complain(message.Type == "error", message.Text);
        page.PageError += (_, error) => Complain(true, error);
    }

    public IPage Page { get; }

    /// <summary>Every address the page asked for something.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>What the browser refused or failed at.</summary>
    public List<string> Complaints { get; } = [];

    public ILocator Examples => Page.Locator(".question");
    public ILocator MessageBox => Page.Locator("[data-id=webchat-sendbox-input]");
    public ILocator History => Page.Locator("[role=feed]");
    public ILocator Buttons => Page.Locator(".webchat__suggested-action");
    public ILocator Bubbles => Page.Locator(".webchat__bubble");
    public ILocator Own => Page.Locator(".webchat__bubble--from-user");

    public static async Task<ChatWindow> OpenAsync(IBrowserContext context, Func<IPage, Task> prepare)
    {
        var window = new ChatWindow(context, await context.NewPageAsync());
        await prepare(window.Page);
        await window.Page.GotoAsync("/");
        await window.IsReadyAsync();
        return window;
    }

    /// <summary>Waits for the bot's first words.</summary>
    public Task IsReadyAsync() => Expect(History.GetByRole(AriaRole.Group).First).ToBeVisibleAsync();

    public async Task SayAsync(string words)
    {
        await MessageBox.FillAsync(words);
        await MessageBox.PressAsync("Enter");
    }

    /// <summary>Asks for a person, in English, and says why.</summary>
    /// <param name="about">What staff are to be told.</param>
    /// <param name="isAfterQuestion">Something was asked before: the bot wants a yes to what it took from it.</param>
    public async Task HandsOverAsync(string about, bool isAfterQuestion = false)
    {
        await SayAsync("talk to a person");
        await SeesAsync(isAfterQuestion ? "Shall I pass this on to our staff?" : "What shall I tell our staff");
        await SayAsync(about);
        if (isAfterQuestion)
        {
            await SayAsync("yes");
        }

        await SeesAsync("case number is");
    }

    public Task SeesAsync(string words) => Expect(History.GetByText(words).First).ToBeVisibleAsync();

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Complain(bool isError, string text)
    {
        if (isError)
        {
            Complaints.Add(text);
        }
    }
}
