using BillingBot.Tests.WebChat;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

/// <summary>A case from both ends: the customer in web chat, staff in the console.</summary>
public sealed class CasePageTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private const string Hostile =
        "<img src=x onerror=\"document.title='owned'\"> **bold** [link](javascript:alert(1)) {\"type\":\"AdaptiveCard\",\"body\":[]} \u202Eevil\u202C 👩‍👩‍👧‍👦 مرحبا";

    [Fact]
    public async Task A_case_from_claim_to_resolve_in_two_browsers()
    {
        var bot = browser.Bot;
        await using var customer = await browser.Chat.OpenAsync(prepare: page => ChatAs.Person(page, "contoso-alex"));
        await customer.SayAsync("Which invoices are unpaid?");
        await customer.SeesAsync("INV-2026-0112");
        await customer.HandsOverAsync("The price on our quote is not what we agreed", isAfterQuestion: true);
        var number = await bot.NewestCaseAsync();
        await bot.IsThereAsync("ken");
        await using var staff = await browser.OpenAsync("demo-yuki", $"/cases/{number}");
        var page = new CaseWindow(staff.Page);
        await page.SeesAsync("Which invoices are unpaid?");
        await Expect(page.Side.GetByText("Contoso").First).ToBeVisibleAsync();
        await Expect(page.Side.GetByText("INV-2026-0112").First).ToBeVisibleAsync();

        await page.ClaimAsync();
        await customer.SeesAsync("Yuki Tanaka has joined the chat");
        await customer.MessageBox.PressSequentiallyAsync("well");
        await Expect(staff.Page.Locator(".typing")).ToContainTextAsync("is typing");
        for (var turn = 1; turn <= 10; turn++)
        {
            await page.SayAsync($"answer {turn} of staff");
            await customer.SeesAsync($"answer {turn} of staff");
            await customer.SayAsync($"question {turn} of customer");
            await page.SeesAsync($"question {turn} of customer");
        }

        await page.NoteAsync("She is our best customer");
        var said = (await page.Lines.Locator(".words").AllInnerTextsAsync()).Where(words => words.EndsWith(" of staff", StringComparison.Ordinal) || words.EndsWith(" of customer", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 10).SelectMany(turn => new[] { $"answer {turn} of staff", $"question {turn} of customer" }), said);

        await page.Button("Transfer").ClickAsync();
        await staff.Page.Locator("dialog select").SelectOptionAsync(new SelectOptionValue { Label = "Ken Sato" });
        await staff.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Transfer" }).ClickAsync();
        await Expect(page.Chips.GetByText("With Ken Sato")).ToBeVisibleAsync();
        await customer.SeesAsync("Ken Sato has taken over");

        await using var lead = await browser.OpenAsync("demo-ken", $"/cases/{number}");
        var leads = new CaseWindow(lead.Page);
        await leads.Button("Close case").ClickAsync();
        await lead.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close case" }).ClickAsync();
        await Expect(leads.Chips.GetByText("Closed")).ToBeVisibleAsync();
        await Expect(page.Chips.GetByText("Closed")).ToBeVisibleAsync();
        await customer.SeesAsync($"Your case {number} is closed");
        await customer.Buttons.Filter(new() { HasText = "5 - very good" }).ClickAsync();
        await Expect(leads.Side.GetByText("5 of 5").First).ToBeVisibleAsync();
        await Expect(customer.History.GetByText("She is our best customer")).ToHaveCountAsync(0);
        Assert.Empty(staff.Complaints);
        Assert.Empty(lead.Complaints);
    }

    [Fact]
    public async Task A_case_taken_up_in_another_chat_still_shows_what_was_said_in_the_first()
    {
        await using var first = await browser.Chat.OpenAsync(prepare: page => ChatAs.Person(page, "contoso-sam"));
        await first.HandsOverAsync("Our quote names the wrong price");
        var number = await browser.Bot.NewestCaseAsync();
        await using var staff = await browser.OpenAsync("demo-yuki", $"/cases/{number}");
        var page = new CaseWindow(staff.Page);
        await page.ClaimAsync();
        await page.Button("Close case").ClickAsync();
        await staff.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Close case" }).ClickAsync();
        await first.SeesAsync($"Your case {number} is closed");

        await using var second = await browser.Chat.OpenAsync(prepare: page => ChatAs.Person(page, "contoso-sam"));
        await second.SayAsync($"reopen case {number}, the price is still wrong");
        await second.SeesAsync("I have reopened your case");
        await page.SeesAsync("Our quote names the wrong price");
        await page.SeesAsync("Reopened by the customer in another chat");
        await page.SeesAsync($"reopen case {number}, the price is still wrong");
        Assert.Empty(staff.Complaints);
    }

    [Fact]
    public async Task What_a_customer_writes_is_text_whatever_it_looks_like()
    {
        var bot = browser.Bot;
        await using var customer = await browser.GreetedAsync();
        var number = await bot.OpenCaseAsync(Hostile);
        await using var staff = await browser.OpenAsync("demo-yuki", $"/cases/{number}");
        var page = new CaseWindow(staff.Page);
        await page.ClaimAsync();

        var longest = string.Concat(Enumerable.Repeat("0123456789", 390));
        await customer.SayAsync(Hostile);
        await customer.SayAsync(longest);

        await page.SeesAsync(longest);
        await Expect(page.Lines.Locator(".words").Filter(new() { HasText = "<img src=x" })).ToHaveTextAsync(Hostile);
        await Expect(staff.Page).ToHaveTitleAsync($"Case {number}");
        await Expect(staff.Page.Locator(".case img, .case .words a, .case .words strong")).ToHaveCountAsync(0);
        await staff.AssertFitsAsync();
        await staff.AssertAccessibleAsync();
        Assert.Empty(staff.Complaints);
    }
}
