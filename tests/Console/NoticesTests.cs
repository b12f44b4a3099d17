using BillingBot.Tests.Host;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

/// <summary>Who asked for it hears and sees each new case, on every page.</summary>
public sealed class NoticesTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    /// <summary>Stands in for the desktop and the loudspeaker.</summary>
    private const string Desk =
        """
        () => {
          window.shown = [];
          window.tones = 0;
          window.Notification = class {
            static permission = 'granted';
            constructor(title, options) { window.shown.push(`${title} / ${options.body} / ${options.tag}`); }
          };
          const start = OscillatorNode.prototype.start;
          OscillatorNode.prototype.start = function (...when) { window.tones++; return start.apply(this, when); };
        }
        """;

    [Fact]
    public async Task A_new_case_rings_and_is_shown_once_notices_are_on_and_not_before()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        await using var yuki = await browser.OpenAsync("demo-yuki", bot: bot);
        await yuki.Page.EvaluateAsync(Desk);
        var quiet = await bot.OpenCaseAsync(TestUser.Alex, "Nobody asked to hear of this");
        await Expect(yuki.Page.Locator(".new-cases")).ToContainTextAsync($"New case {quiet}");
        Assert.Equal(0, await yuki.Page.EvaluateAsync<int>("() => window.shown.length + window.tones"));

        await yuki.Page.GetByRole(AriaRole.Button, new() { Name = "Turn on sound and desktop notices" }).ClickAsync();
        await Expect(yuki.Page.GetByRole(AriaRole.Button, new() { Name = "Sound and desktop notices: on" })).ToHaveAttributeAsync("aria-pressed", "true");
        await yuki.Page.EvaluateAsync("() => { window.tones = 0; }");
        await yuki.Page.GetByRole(AriaRole.Link, new() { Name = "Offer" }).ClickAsync();
        await Expect(yuki.Heading).Not.ToHaveTextAsync("Queue");
        var loud = await bot.OpenCaseAsync(TestUser.Sam, "Our <b>tenant</b> is down");

        await yuki.Page.WaitForFunctionAsync("() => window.shown.length === 1 && window.tones === 2");
        var notice = (await yuki.Page.EvaluateAsync<string[]>("() => window.shown"))[0];
        Assert.StartsWith($"New case {loud}: ", notice, StringComparison.Ordinal);
        Assert.EndsWith($" / Our <b>tenant</b> is down / /staff/cases/{loud}", notice, StringComparison.Ordinal);
    }
}
