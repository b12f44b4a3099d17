using BillingBot.Tests.Host;
using BillingBot.Tests.WebChat;
using Microsoft.Playwright;

namespace BillingBot.Tests.Console;

/// <summary>The demo partner's bot and a real browser in which its staff work, shared by the tests of a class.</summary>
public sealed class ConsoleBrowser : IAsyncLifetime
{
    /// <summary>The release check and the training take as long as the machine has time for them.</summary>
    internal static readonly LocatorAssertionsToBeVisibleOptions Learnt = new() { Timeout = 180_000 };

    private readonly ChatBrowser _browser = new();

    internal BotHost Bot => _browser.Bot;

    /// <summary>Windows of customers, of the same bot.</summary>
    internal ChatBrowser Chat => _browser;

    public ValueTask InitializeAsync() => _browser.InitializeAsync();

    /// <summary>A new browser window of somebody of the demo staff, at a page of the console.</summary>
    /// <param name="person">For example <c>demo-yuki</c>; null where a provider signs in.</param>
    /// <param name="path">Below <c>/staff</c>.</param>
    /// <param name="locale">Language of the browser.</param>
    /// <param name="width">Pixels; 390 is a phone.</param>
    /// <param name="bot">Another bot than the shared one.</param>
    /// <param name="address">Of a bot that runs elsewhere.</param>
    internal async Task<ConsoleWindow> OpenAsync(
        string? person = "demo-yuki", string path = "", string locale = "en-GB", int width = 1280, BotHost? bot = null, Uri? address = null) =>
        await ConsoleWindow.OpenAsync(await _browser.ContextAsync(locale, width, address ?? (bot ?? Bot).ClientOptions.BaseAddress), person, path);

    /// <summary>A customer's window, in which they have said hello and were answered.</summary>
    internal async Task<ChatWindow> GreetedAsync()
    {
        var customer = await Chat.OpenAsync();
        await customer.SayAsync("hello");
        await Assertions.Expect(customer.Own.GetByText("hello")).ToBeVisibleAsync();
        await Bot.WhenIdleAsync();
        return customer;
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();
}
