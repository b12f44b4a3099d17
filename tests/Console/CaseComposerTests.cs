using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

/// <summary>What staff type in a case: to whom it goes, and that none of it is lost or said by the wrong one.</summary>
public sealed class CaseComposerTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_former_owners_late_words_are_refused_and_kept()
    {
        var bot = browser.Bot;
        await using var customer = await browser.GreetedAsync();
        var number = await bot.OpenCaseAsync();
        await bot.IsThereAsync("ken");
        await using var staff = await browser.OpenAsync("demo-yuki", $"/cases/{number}");
        var page = new CaseWindow(staff.Page);
        await page.ClaimAsync();
        await bot.Desk().ToPersonAsync(CaseRoom.Demo("yuki"), number, CaseRoom.Demo("ken").Id, null, Ct);

        // As when the connection was lost after Enter: the page still has to say it.
        await staff.Page.EvaluateAsync(
            """
            number => sessionStorage.setItem(`billingbot.case.${number}.demo-yuki`,
              JSON.stringify({ text: 'and more', isNote: false, outbox: [{ id: 'late', isNote: false, text: 'I will refund you' }] }))
            """,
            number);
        await staff.Page.ReloadAsync();

        await Expect(page.Refused).ToContainTextAsync("Ken Sato has this case now");
        await Expect(page.Text).ToHaveValueAsync("I will refund you\n\nand more");
        await Expect(page.Button("Send")).ToBeDisabledAsync();
        await page.Text.PressAsync("Enter");
        await Expect(page.Text).ToHaveValueAsync("I will refund you\n\nand more");
        await staff.Page.ReloadAsync();
        await Expect(page.Text).ToHaveValueAsync("I will refund you\n\nand more");
        Assert.False(await bot.ReadAsync(db => db.Messages.AnyAsync(message => message.Body.Contains("refund you"), Ct)));
    }

    [Fact]
    public async Task Words_far_too_long_are_given_back_at_once_and_the_next_ones_go_out()
    {
        var bot = browser.Bot;
        await using var customer = await browser.GreetedAsync();
        var number = await bot.OpenCaseAsync();
        await using var staff = await browser.OpenAsync("demo-yuki", $"/cases/{number}");
        var page = new CaseWindow(staff.Page);
        await page.ClaimAsync();

        // A pasted log: sent as it is, it would end the connection, and again at each try.
        var pasted = new string('あ', 120_000);
        await page.SayAsync(pasted);

        await Expect(page.Refused).ToContainTextAsync("too long");
        await Expect(page.Text).ToHaveValueAsync(pasted);
        await page.SayAsync("Which invoice?");
        await customer.SeesAsync("Which invoice?");
        Assert.Empty(staff.Complaints);
    }

    [Fact]
    public async Task What_one_left_unsent_is_neither_shown_to_nor_sent_by_the_next_at_the_same_tab()
    {
        var bot = browser.Bot;
        await using var customer = await browser.GreetedAsync();
        var number = await bot.OpenCaseAsync();
        await using var staff = await browser.OpenAsync("demo-yuki", $"/cases/{number}");
        var page = new CaseWindow(staff.Page);
        await page.ClaimAsync();
        await staff.Page.EvaluateAsync(
            """
            number => sessionStorage.setItem(`billingbot.case.${number}.demo-ken`,
              JSON.stringify({ text: 'a draft of Ken', isNote: false, outbox: [{ id: 'kens', isNote: false, text: 'Ken was here' }] }))
            """,
            number);
        await staff.Page.ReloadAsync();

        await Expect(staff.Page.GetByRole(AriaRole.Radio, new() { Name = "Reply to customer" })).ToBeCheckedAsync();
        await Expect(page.Text).ToHaveValueAsync("");
        await Expect(page.Outbox).ToHaveCountAsync(0);
        Assert.False(await bot.ReadAsync(db => db.Messages.AnyAsync(message => message.Body.Contains("Ken was here"), Ct)));
    }

    [Fact]
    public async Task Who_reads_along_says_nothing_to_the_customer_but_can_leave_a_note()
    {
        var bot = browser.Bot;
        await using var customer = await browser.GreetedAsync();
        var number = await bot.OpenCaseAsync();
        await bot.Desk().ClaimAsync(CaseRoom.Demo("ken"), number, Ct);
        await using var staff = await browser.OpenAsync("demo-yuki", $"/cases/{number}");
        var page = new CaseWindow(staff.Page);

        await Expect(staff.Page.Locator(".composer .peek")).ToContainTextAsync("Ken Sato has this case");
        await Expect(staff.Page.GetByRole(AriaRole.Radio, new() { Name = "Reply to customer" })).ToBeDisabledAsync();
        await page.SayAsync("Try the refund form");

        await Expect(page.Log.Locator("li.note").GetByText("Try the refund form")).ToBeVisibleAsync();
        Assert.False(await bot.ReadAsync(db => db.Messages.AnyAsync(message => message.Body.Contains("Try the refund form"), Ct)));
    }
}
