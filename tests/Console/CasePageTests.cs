using BillingBot.Tests.WebChat;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

/// <summary>A case from both ends: the customer in web chat, staff in the console.</summary>
public sealed class CasePageTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private const string Hostile =
        "<img src=x onerror=\"document.title='owned'\"> **bold** [link](javascript:alert(1)) {\"type\":\"AdaptiveCard\",\"body\":[]} \u202Eevil\u202C 👩‍👩‍👧‍👦 مرحبا";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
        await using var customer = await browser.Chat.OpenAsync();
        await customer.SayAsync("hello");
        await Expect(customer.Own.GetByText("hello")).ToBeVisibleAsync();
        await bot.WhenIdleAsync();
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

    [Fact]
    public async Task A_former_owners_late_words_are_refused_and_kept()
    {
        var bot = browser.Bot;
        await using var customer = await browser.Chat.OpenAsync();
        await customer.SayAsync("hello");
        await Expect(customer.Own.GetByText("hello")).ToBeVisibleAsync();
        await bot.WhenIdleAsync();
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
        await using var customer = await browser.Chat.OpenAsync();
        await customer.SayAsync("hello");
        await Expect(customer.Own.GetByText("hello")).ToBeVisibleAsync();
        await bot.WhenIdleAsync();
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
        await using var customer = await browser.Chat.OpenAsync();
        await customer.SayAsync("hello");
        await Expect(customer.Own.GetByText("hello")).ToBeVisibleAsync();
        await bot.WhenIdleAsync();
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
        await using var customer = await browser.Chat.OpenAsync();
        await customer.SayAsync("hello");
        await Expect(customer.Own.GetByText("hello")).ToBeVisibleAsync();
        await bot.WhenIdleAsync();
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

    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("en-GB", 390)]
    [InlineData("ja-JP", 1280)]
    [InlineData("ja-JP", 390)]
    public async Task The_page_is_accessible_and_fits(string locale, int width)
    {
        var bot = browser.Bot;
        var isJapanese = locale == "ja-JP";
        await using var customer = await browser.Chat.OpenAsync(locale, prepare: page => ChatAs.Person(page, "contoso-alex"));
        await customer.SayAsync(isJapanese ? "未払いの請求書はどれですか？" : "Which invoices are unpaid?");
        await customer.SeesAsync("INV-2026-0112");
        await customer.SayAsync(isJapanese ? "担当者と話したい" : "talk to a person");
        await customer.SeesAsync(isJapanese ? "引き継いでよろしいですか" : "Shall I pass this on to our staff?");
        await customer.SayAsync(isJapanese ? "Azureの見積もりが合意した金額と違います。至急お願いします" : "The discount that your colleague promised us on the phone is missing. It is urgent");
        await customer.SayAsync(isJapanese ? "はい" : "yes");
        await customer.SeesAsync(isJapanese ? "お問い合わせ番号は" : "case number is");
        var number = await bot.NewestCaseAsync();
        await using var staff = await browser.OpenAsync("demo-yuki", $"/cases/{number}", locale, width);
        await Expect(staff.Page.Locator(".composer .peek")).ToBeVisibleAsync();
        await staff.PictureAsync($"case-unclaimed-{locale}-{width}");
        await staff.AssertAccessibleAsync();
        await bot.Desk().ClaimAsync(CaseRoom.Demo("yuki"), number, Ct);
        bot.Clock.Advance(TimeSpan.FromMinutes(3));
        await bot.Desk().SendAsync(CaseRoom.Demo("yuki"), number, "1", isJapanese ? "確認いたします。少々お待ちください。" : "I am looking into it. One moment, please.", Ct);
        await customer.SayAsync(isJapanese ? "ありがとうございます。9月の分です。" : "Thank you. It is about the seats that we cancelled in September.");
        await bot.WhenIdleAsync();
        bot.Clock.Advance(TimeSpan.FromMinutes(2));
        await bot.Desk().NoteAsync(CaseRoom.Demo("ken"), number, "1", isJapanese ? "先月も同じ問い合わせがありました。" : "They asked the same last month; see the credit note.", Ct);
        var page = new CaseWindow(staff.Page);
        await Expect(page.Log.Locator("li.note")).ToBeVisibleAsync();
        await Expect(staff.Page.Locator(".composer .peek")).ToHaveCountAsync(0);

        await staff.AssertAccessibleAsync();
        await staff.AssertFitsAsync();
        await staff.PictureAsync($"case-{locale}-{width}");
        await page.Text.FocusAsync();
        await Expect(page.Text).ToBeInViewportAsync(new() { Ratio = 1 });
        if (width < 640)
        {
            foreach (var view in new[] { 1, 2 })
            {
                await staff.Page.Locator(".case-views button").Nth(view).ClickAsync();
                await staff.AssertAccessibleAsync();
                await staff.AssertFitsAsync();
                await staff.PictureAsync($"case-{locale}-{width}-{view}");
            }
        }

        await staff.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await staff.AssertAccessibleAsync();
        await staff.PictureAsync($"case-{locale}-{width}-dark");
        Assert.Empty(staff.Complaints);
    }
}
