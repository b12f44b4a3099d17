using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.WebChat;

public sealed class AccessibilityTests(ChatBrowser browser) : IClassFixture<ChatBrowser>
{
    private static readonly Regex Something = new(".", RegexOptions.None, TimeSpan.FromSeconds(1));

    [Theory]
    [InlineData("en-GB", "When is your support open?", 1280)]
    [InlineData("ja-JP", "営業時間を教えてください", 360)]
    public async Task Axe_finds_nothing_serious(string locale, string question, int width)
    {
        await using var chat = await browser.OpenAsync(locale, width);
        await chat.Page.AssertAccessibleAsync();

        await chat.SayAsync(question);
        await chat.SeesAsync("support@northwindcloud.example");

        await chat.Page.AssertAccessibleAsync();
    }

    [Fact]
    public async Task Everything_can_be_done_with_the_keyboard()
    {
        await using var chat = await browser.OpenAsync();
        var keyboard = chat.Page.Keyboard;

        await chat.Examples.First.FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(chat.MessageBox).ToBeFocusedAsync();
        await keyboard.TypeAsync("Can I cancel my subscription after ten days?");
        await keyboard.PressAsync("Enter");
        await Expect(chat.Own).ToHaveCountAsync(2);
        await chat.SeesAsync("new commerce");
        await Expect(chat.Buttons.First).ToBeVisibleAsync();

        await keyboard.PressAsync("Shift+Tab");
        await keyboard.PressAsync("Enter");
        await Expect(chat.Own).ToHaveCountAsync(3);

        var history = chat.Page.Locator(".webchat__basic-transcript");
        await history.FocusAsync();
        await keyboard.PressAsync("ArrowUp");
        await Expect(history).ToHaveAttributeAsync("aria-activedescendant", Something);

        await chat.Page.GetByRole(AriaRole.Link, new() { Name = "日本語" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await Expect(chat.Page.Locator("html")).ToHaveAttributeAsync("lang", "ja");
        await Expect(chat.Own).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task On_a_small_phone_nothing_is_cut_off()
    {
        await using var chat = await browser.OpenAsync(width: 360);
        await AssertFitsAsync(chat);

        await chat.SayAsync("Can I cancel my subscription after ten days?");
        await Expect(chat.Buttons.First).ToBeVisibleAsync();

        await AssertFitsAsync(chat);
        await Expect(chat.MessageBox).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    /// <summary>Nothing is wider than the phone, and every button shows its whole label.</summary>
    private static async Task AssertFitsAsync(ChatWindow chat) => Assert.Empty(await chat.Page.EvaluateAsync<string[]>(
        """
        () => [...document.querySelectorAll('body, body > header, body > header *, main, #intro *, .webchat__suggested-action')]
          .filter(e => e.checkVisibility() && getComputedStyle(e).clipPath === 'none')
          .filter(e => e.getBoundingClientRect().right > innerWidth + 1 || (e.clientWidth && e.scrollWidth > e.clientWidth + 1))
          .map(e => e.outerHTML.slice(0, 120))
        """));
}
