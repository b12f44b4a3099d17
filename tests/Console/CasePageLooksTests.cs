using BillingBot.Tests.WebChat;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

/// <summary>A case as it looks, in both languages, wide and narrow, light and dark.</summary>
public sealed class CasePageLooksTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

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
