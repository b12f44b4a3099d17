using System.Text.RegularExpressions;
using BillingBot.Tests.Host;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

/// <summary>What helps staff with a case on its page: replies that are ready, and a request to Microsoft.</summary>
public sealed class CaseToolsTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    [Fact]
    public async Task A_canned_reply_is_filled_in_and_one_with_an_open_place_is_not_sent()
    {
        var number = await browser.Bot.OpenCaseAsync(TestUser.Guest, "Please have a look at my invoice");
        await using var staff = await browser.OpenAsync("demo-yuki", $"/cases/{number}");
        var page = new CaseWindow(staff.Page);
        await page.ClaimAsync();

        await page.Button("Canned replies").ClickAsync();
        await Expect(staff.Page.Locator("#canned")).ToBeVisibleAsync();
        await staff.AssertAccessibleAsync();
        await staff.Page.Locator("#canned li button").Filter(new() { HasText = "We have asked Microsoft" }).ClickAsync();
        await Expect(page.Text).ToHaveValueAsync(new Regex($"passed your case {number} on to Microsoft", RegexOptions.None, TimeSpan.FromSeconds(1)));

        await page.SayAsync("The number is {invoiceNumber}");
        await Expect(page.Refused).ToContainTextAsync("Fill in {invoiceNumber} first.");
        await Expect(page.Text).ToHaveValueAsync("The number is {invoiceNumber}");
        await page.SayAsync("The number is 42");
        await page.SeesAsync("The number is 42");
        Assert.Empty(staff.Complaints);
    }

    [Fact]
    public async Task A_request_to_Microsoft_says_what_it_still_needs_and_has_its_text_ready()
    {
        var number = await browser.Bot.OpenCaseAsync(TestUser.Guest, "Our credit was not given");
        await using var staff = await browser.OpenAsync("demo-yuki", $"/cases/{number}");
        var card = staff.Page.Locator("details.card").Filter(new() { Has = staff.Page.Locator("h2:text-is('Microsoft')") });
        await card.Locator("summary").First.ClickAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "Prepare for Microsoft" }).ClickAsync();
        await card.GetByLabel("Evidence").FillAsync("The e-mail of 3 November");
        await card.GetByLabel("tenant").FillAsync("contoso.com");
        await card.Locator(".packet-form button.primary").ClickAsync();
        await Expect(card.Locator(".refused li")).ToHaveCountAsync(1);
        await staff.AssertAccessibleAsync();
        await card.GetByLabel("tenant").FillAsync("");
        await card.Locator(".packet-form button.primary").ClickAsync();

        // A guest has no tenant, and no invoice or subscription was named.
        await Expect(card.Locator(".request ul.missing li")).ToHaveCountAsync(2);
        await card.Locator(".packet > summary").ClickAsync();
        await Expect(card.Locator(".packet pre")).ToContainTextAsync("The e-mail of 3 November");
        await staff.AssertAccessibleAsync();
        Assert.Empty(staff.Complaints);
    }
}
