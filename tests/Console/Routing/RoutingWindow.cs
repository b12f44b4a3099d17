using BillingBot.Tests.Host;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console.Routing;

/// <summary>What a lead sees and does on the routing pages.</summary>
internal sealed class RoutingWindow(ConsoleWindow window) : IAsyncDisposable
{
    public ConsoleWindow Window => window;
    public IPage Page => window.Page;
    public ILocator Form => Page.Locator(".row-form");
    public ILocator Names => Page.Locator(".rule-list h3");
    public ILocator TryIt => Page.GetByRole(AriaRole.Region, new() { Name = "Try it" });
    public ILocator Decision => TryIt.Locator(".decision");

    public static async Task<RoutingWindow> OpenAsync(ConsoleBrowser browser, string person = "demo-ken", string path = "", BotHost? bot = null)
    {
        var window = new RoutingWindow(await browser.OpenAsync(person, "/routing" + path, bot: bot));
        window.Page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await Expect(window.Page.Locator("main section").First).ToBeVisibleAsync();
        return window;
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Field(string label) => Form.GetByLabel(label, new() { Exact = true });

    public ILocator Rule(string name) => Page.Locator(".rule-list > li").Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = name, Exact = true }) });

    public ILocator Verdict(string rule) => TryIt.Locator(".verdicts li").Filter(new() { Has = Page.GetByText(rule, new() { Exact = true }) });

    public async Task SaveAsync() => await Form.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

    public Task SaidAsync(string words) => Expect(Page.Locator(".told.good").GetByText(words)).ToBeVisibleAsync();

    public async Task<RoutingWindow> AddRuleAsync(string name)
    {
        await Button("Add a rule").ClickAsync();
        await Field("Name").FillAsync(name);
        // For one product only, so that what other tests of the same bot try is not touched by it.
        await Form.Locator("fieldset select").Nth(1).SelectOptionAsync("Marketplace");
        await Form.Locator("select").Last.SelectOptionAsync("Queue:billing");
        await SaveAsync();
        await SaidAsync("Saved.");
        return this;
    }

    /// <summary>The whole page, to look at.</summary>
    public async Task PictureAsync(string name) => await Page.ScreenshotAsync(new()
    {
        Path = Path.Combine(AppContext.BaseDirectory, "TestResults", $"console-routing-{name}.png"),
        FullPage = true,
    });

    public ValueTask DisposeAsync() => window.DisposeAsync();
}
