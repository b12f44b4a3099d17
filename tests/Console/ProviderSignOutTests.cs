using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

/// <summary>Out of a page that is open in a real browser, at the identity provider too.</summary>
public sealed class ProviderSignOutTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    [Fact]
    public async Task Signing_out_ends_at_the_provider_too_and_comes_back_to_the_farewell()
    {
        await using var staff = await ProviderBot.StartAsync();
        await using var mika = await browser.OpenAsync(person: null, bot: staff.Bot);
        await Expect(mika.Heading).ToHaveTextAsync("Queue");

        await mika.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Expect(mika.Heading).ToHaveTextAsync("You are signed out");
        Assert.Equal(1, staff.Provider.SignedOut);
        Assert.Empty(mika.Complaints);
    }
}
