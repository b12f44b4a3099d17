using System.Collections.Concurrent;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace BillingBot.Tests.WebChat;

/// <summary>The demo partner's bot and a real browser, shared by the tests of a class.</summary>
public sealed class ChatBrowser : IAsyncLifetime
{
    /// <summary>Milliseconds; a build machine with other work needs them.</summary>
    private const float Patience = 30_000;

    private readonly ConcurrentBag<IBrowserContext> _windows = [];
    private IBrowser? _browser;

    internal BotHost Bot { get; } = BotHost.Start(settings: ("WebChat:TokensPerMinute", "1000"));

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _browser = await SharedChromium.Browser;

        // The first bot after a build trains; on a busy machine that can outlast the patience with an answer.
        await Bot.Services.GetRequiredService<ArticleStore>().Index.Trained;
    }

    /// <summary>A customer's new browser window with the chat page in it.</summary>
    /// <param name="locale">Language of the browser.</param>
    /// <param name="width">Pixels; 360 is a small phone.</param>
    /// <param name="bot">Another bot than the shared one.</param>
    /// <param name="prepare">Done before the page is loaded.</param>
    internal async Task<ChatWindow> OpenAsync(
        string locale = "en-GB", int width = 1280, BotHost? bot = null, Func<IPage, Task>? prepare = null)
    {
        return await ChatWindow.OpenAsync(await ContextAsync(locale, width, (bot ?? Bot).ClientOptions.BaseAddress), prepare ?? (_ => Task.CompletedTask));
    }

    /// <summary>Another page of the bot's.</summary>
    internal async Task<IPage> OpenPageAsync(string path)
    {
        var page = await (await ContextAsync("en-GB", 1280, Bot.ClientOptions.BaseAddress)).NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>A new browser window, with nothing in it yet.</summary>
    internal async Task<IBrowserContext> ContextAsync(string locale, int width, Uri address)
    {
        Assert.SkipUnless(_browser is not null, "No Chromium found. Install it (apt-get install chromium-headless-shell) or set CHROMIUM_PATH.");
        var window = await _browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = locale,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = width < 640 ? 740 : 800 },
        });
        _windows.Add(window);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_windows.Select(window => window.CloseAsync()));
        await Bot.DisposeAsync();
    }
}
