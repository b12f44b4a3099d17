using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

/// <summary>What somebody of the staff sees and does on the page of a case.</summary>
internal sealed class CaseWindow(IPage page)
{
    public ILocator Log => page.GetByRole(AriaRole.Log);
    public ILocator Lines => Log.Locator("li.line");
    public ILocator Text => page.Locator("[data-text]");
    public ILocator Refused => page.Locator("[data-refused]");
    public ILocator Outbox => page.Locator("[data-outbox] li");
    public ILocator Chips => page.Locator(".case-head .chips");
    public ILocator Side => page.Locator(".side");

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public async Task ClaimAsync()
    {
        await Button("Claim case").ClickAsync();
        await Expect(Chips.GetByText("Yours")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Reply to customer" })).ToBeCheckedAsync();
    }

    public async Task SayAsync(string words)
    {
        await Text.FillAsync(words);
        await Text.PressAsync("Enter");
    }

    public async Task NoteAsync(string words)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = "Internal note" }).CheckAsync();
        await SayAsync(words);
        await Expect(Log.Locator("li.note").GetByText(words)).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Reply to customer" }).CheckAsync();
    }

    public Task SeesAsync(string words) => Expect(Log.GetByText(words).First).ToBeVisibleAsync();
}
