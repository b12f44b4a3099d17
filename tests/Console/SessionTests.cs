using System.Text.RegularExpressions;
using BillingBot.Tests.Crash;
using BillingBot.Tests.Host;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

/// <summary>A page that stays open: it ends with its session, and comes back by itself after the bot was away.</summary>
public sealed class SessionTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private static readonly Regex SignIn = new("/staff/sign-in", RegexOptions.None, TimeSpan.FromSeconds(1));
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signing_out_in_one_tab_closes_the_others()
    {
        await using var yuki = await browser.OpenAsync("demo-yuki");
        var second = await yuki.Page.Context.NewPageAsync();
        await second.GotoAsync("/staff/offer");
        await Expect(second.Locator("main h1")).ToHaveTextAsync("Offer");

        await second.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(second.GetByRole(AriaRole.Heading)).ToHaveTextAsync("You are signed out");
        await Expect(yuki.Page).ToHaveURLAsync(SignIn);
    }

    [Fact]
    public async Task A_page_left_open_ends_with_its_session()
    {
        await using var bot = BotHost.Start(settings: ("Answers:ContentFolder", "none"));
        await using var yuki = await browser.OpenAsync("demo-yuki", "/offer", bot: bot);

        bot.Clock.Advance(TimeSpan.FromHours(8) + TimeSpan.FromMinutes(2));

        await Expect(yuki.Page).ToHaveURLAsync(SignIn);
    }

    [Fact]
    public async Task After_the_bot_was_killed_and_started_again_the_page_goes_on_by_itself()
    {
        using var database = new DatabaseFile();
        using var first = await BotProcess.StartAsync(database.Path, Ct);
        await using var yuki = await browser.OpenAsync("demo-yuki", "/offer", address: first.Address);

        await first.KillAsync(Ct);
        await Expect(yuki.Page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        using var second = await BotProcess.StartAsync(database.Path, Ct, first.Address);

        await Expect(yuki.Page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();
        await yuki.Page.GetByRole(AriaRole.Link, new() { Name = "Queue" }).ClickAsync();
        await Expect(yuki.Heading).ToHaveTextAsync("Queue");
    }

    [Fact]
    public async Task With_the_keyboard_alone_somebody_gets_to_the_content_and_the_menu()
    {
        await using var yuki = await browser.OpenAsync("demo-yuki", width: 390);
        await yuki.GoAsync("/offer");
        await yuki.Page.Locator(".skip").FocusAsync();

        await yuki.Page.Keyboard.PressAsync("Enter");
        await Expect(yuki.Page.Locator("#main")).ToBeFocusedAsync();

        await yuki.Page.Locator(".menu").FocusAsync();
        await yuki.Page.Keyboard.PressAsync("Enter");
        await yuki.Page.GetByRole(AriaRole.Link, new() { Name = "Queue" }).FocusAsync();
        await yuki.Page.Keyboard.PressAsync("Enter");
        await Expect(yuki.Heading).ToBeFocusedAsync();
        await Expect(yuki.Page.Locator(".pages")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_language_changes_at_once_and_the_page_stays_the_same()
    {
        await using var yuki = await browser.OpenAsync("demo-yuki", "/offer");

        await yuki.Page.GetByRole(AriaRole.Link, new() { Name = "日本語" }).ClickAsync();

        await Expect(yuki.Heading).ToHaveTextAsync("サポート内容");
        await Expect(yuki.Page.Locator("html")).ToHaveAttributeAsync("lang", "ja");
    }
}
