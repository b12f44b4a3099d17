using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

/// <summary>Buttons of a case and their keys.</summary>
public sealed class CaseButtonsTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_case_is_claimed_handed_back_to_the_bot_and_reopened_by_keys()
    {
        var number = await browser.Bot.OpenCaseAsync(TestUser.Alex, "By keys alone");
        await using var staff = await browser.OpenAsync("demo-yuki", $"/cases/{number}");
        var page = new CaseWindow(staff.Page);
        await Expect(page.Button("Claim case")).ToBeVisibleAsync();
        await Expect(staff.Page.Locator("[data-keys]")).ToBeAttachedAsync();
        await staff.Page.Keyboard.PressAsync("Alt+KeyC");
        await Expect(page.Chips.GetByText("Yours")).ToBeVisibleAsync();

        await staff.Page.Keyboard.PressAsync("Alt+KeyT");
        await Expect(staff.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync($"Transfer case {number}");
        await staff.Page.Keyboard.PressAsync("Escape");
        await Expect(staff.Page.GetByRole(AriaRole.Dialog)).Not.ToBeVisibleAsync();
        Assert.Equal(CaseStatus.Active, (await CaseAsync(number)).Status);

        await staff.Page.Keyboard.PressAsync("Alt+KeyB");
        await ConfirmAsync(staff, "Hand back");
        await Expect(page.Button("Reopen")).ToBeVisibleAsync();
        Assert.Equal((CaseStatus.Resolved, Resolution.HandedBack), (await CaseAsync(number)) is var handed ? (handed.Status, handed.Resolution) : default);

        await page.Button("Reopen").ClickAsync();
        await ConfirmAsync(staff, "Reopen");
        await Expect(page.Chips.GetByText("Yours")).ToBeVisibleAsync();
        Assert.Equal(CaseStatus.Active, (await CaseAsync(number)).Status);
        Assert.Empty(staff.Complaints);
    }

    [Fact]
    public async Task A_lead_takes_over_and_who_had_the_case_cannot_write_any_more()
    {
        var number = await browser.Bot.OpenCaseAsync(TestUser.Sam, "Somebody must take over");
        await using var yuki = await browser.OpenAsync("demo-yuki", $"/cases/{number}");
        var hers = new CaseWindow(yuki.Page);
        await hers.ClaimAsync();
        await using var ken = await browser.OpenAsync("demo-ken", $"/cases/{number}");
        var his = new CaseWindow(ken.Page);

        await his.Button("Take over").ClickAsync();
        await ConfirmAsync(ken, "Take over");

        await Expect(his.Chips.GetByText("Yours")).ToBeVisibleAsync();
        await Expect(hers.Chips.GetByText("With Ken Sato")).ToBeVisibleAsync();
        await Expect(hers.Button("Take over")).ToHaveCountAsync(0);
        Assert.Equal("Ken Sato", (await CaseAsync(number)).OwnerName);
    }

    private static Task ConfirmAsync(ConsoleWindow window, string button) =>
        window.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private Task<Case> CaseAsync(long number) => browser.Bot.ReadAsync(db => db.Cases.SingleAsync(known => known.Id == number, Ct));
}
