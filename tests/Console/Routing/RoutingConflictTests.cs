using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console.Routing;

/// <summary>Two leads at the same rules: neither overwrites the other unseen.</summary>
public sealed class RoutingConflictTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    [Fact]
    public async Task Of_two_leads_at_one_rule_the_second_is_told_sees_theirs_and_keeps_what_was_typed()
    {
        await using var his = await RoutingWindow.OpenAsync(browser);
        await his.AddRuleAsync("Ours");
        await using var hers = await RoutingWindow.OpenAsync(browser, "demo-aoi");
        await his.Button("Edit “Ours”").ClickAsync();
        await hers.Button("Edit “Ours”").ClickAsync();
        await his.Field("Name").FillAsync("His");
        await his.SaveAsync();
        await his.SaidAsync("Saved.");
        await hers.Field("Name").FillAsync("Hers");
        await hers.SaveAsync();

        await Expect(hers.Form.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody else changed this meanwhile.");
        await Expect(hers.Form.GetByRole(AriaRole.Alert).Locator("q")).ToContainTextAsync("His. When it is about Another publisher's marketplace product: Queue Billing");
        await Expect(hers.Field("Name")).ToHaveValueAsync("Hers");
        await hers.Window.AssertAccessibleAsync();
        await hers.PictureAsync("conflict");
        await hers.Button("Keep mine").ClickAsync();
        await hers.SaveAsync();
        await hers.SaidAsync("Saved.");
        await Expect(hers.Rule("Hers")).ToBeVisibleAsync();

        await his.Button("Move “His” up").ClickAsync();
        await Expect(his.Rule("Hers")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_typed_for_a_rule_that_is_deleted_meanwhile_can_be_kept_as_a_new_one()
    {
        await using var his = await RoutingWindow.OpenAsync(browser);
        await his.AddRuleAsync("Doomed");
        await using var hers = await RoutingWindow.OpenAsync(browser, "demo-aoi");
        await hers.Button("Edit “Doomed”").ClickAsync();
        await his.Button("Delete “Doomed”").ClickAsync();
        await his.SaidAsync("“Doomed” is deleted.");
        await hers.Field("Name").FillAsync("Saved from doom");
        await hers.SaveAsync();
        await Expect(hers.Form.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody else deleted this meanwhile.");
        await hers.Button("Keep mine as a new one").ClickAsync();
        await hers.SaveAsync();
        await hers.SaidAsync("Saved.");
        await Expect(hers.Rule("Saved from doom")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_order_that_somebody_else_changed_meanwhile_is_not_overwritten_unseen()
    {
        await using var his = await RoutingWindow.OpenAsync(browser);
        await his.AddRuleAsync("Mover");
        await using var hers = await RoutingWindow.OpenAsync(browser, "demo-aoi");
        await his.Button("Move “Mover” up").ClickAsync();
        await his.SaidAsync("“Mover” is number");
        var order = await his.Names.AllInnerTextsAsync();

        await hers.Button("Move “Mover” up").ClickAsync();

        await Expect(hers.Page.Locator(".told.bad")).ToContainTextAsync("Somebody else changed this list meanwhile.");
        await Expect(hers.Names).ToHaveTextAsync(order);
    }
}
