using BillingBot.Tests.Crash;
using BillingBot.Tests.Host;
using BillingBot.Tests.WebChat;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

/// <summary>kill -9 in the middle of a case, with both pages open.</summary>
[Collection<AloneCollection>]
public sealed class CaseRestartTests(ChatBrowser browser) : IClassFixture<ChatBrowser>
{
    private const int Kills = 2;

    [Fact]
    public async Task Nothing_is_lost_or_doubled_over_kill_9_and_both_pages_come_back_by_themselves()
    {
        var ct = TestContext.Current.CancellationToken;
        using var database = new DatabaseFile();
        var bot = await BotProcess.StartAsync(database.Path, ct, settings: BotProcess.WithArticles);
        try
        {
            await using var customer = await ChatWindow.OpenAsync(
                await browser.ContextAsync("en-GB", 1280, bot.Address), page => ChatAs.Person(page, "contoso-alex"));
            await customer.HandsOverAsync("The price on our quote is not what we agreed");
            await using var staff = await ConsoleWindow.OpenAsync(await browser.ContextAsync("en-GB", 1280, bot.Address), "demo-yuki", "/cases/1001");
            var page = new CaseWindow(staff.Page);
            await page.ClaimAsync();
            for (var kill = 1; kill <= Kills; kill++)
            {
                await page.SayAsync($"said {kill}a just before");
                await bot.KillAsync(ct);
                await page.SayAsync($"said {kill}b while it was down");
                bot.Dispose();
                bot = await BotProcess.StartAsync(database.Path, ct, bot.Address, BotProcess.WithArticles);

                await page.SeesAsync($"said {kill}b while it was down");
                await customer.SeesAsync($"said {kill}b while it was down");
                await customer.SayAsync($"said {kill}c by the customer");
                await page.SeesAsync($"said {kill}c by the customer");
            }

            await Expect(page.Outbox).ToHaveCountAsync(0);
            await Expect(page.Lines.Locator(".words").Filter(new() { HasText = "said " })).ToHaveTextAsync(Enumerable.Range(1, Kills)
                .SelectMany(kill => new[] { $"said {kill}a just before", $"said {kill}b while it was down", $"said {kill}c by the customer" }));
            for (var kill = 1; kill <= Kills; kill++)
            {
                await Expect(customer.Bubbles.Filter(new() { HasText = $"said {kill}a" })).ToHaveCountAsync(1);
                await Expect(customer.Bubbles.Filter(new() { HasText = $"said {kill}b" })).ToHaveCountAsync(1);
            }
        }
        finally
        {
            bot.Dispose();
        }
    }
}
