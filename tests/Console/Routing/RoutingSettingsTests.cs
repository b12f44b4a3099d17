using BillingBot.Knowledge.Support.Routing;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console.Routing;

public sealed class RoutingSettingsTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_webhook_s_secret_is_shown_once_and_again_only_when_it_is_renewed()
    {
        await using var lead = await OpenAsync();
        await lead.Button("Add a provider").ClickAsync();
        await lead.Field("Key").FillAsync("hooked");
        await lead.Field("Name").FillAsync("Hooked Support");
        await lead.Field("Webhook address").FillAsync("http://hooked.example/cases");
        await lead.SaveAsync();
        await Expect(lead.Field("Webhook address")).ToHaveAccessibleDescriptionAsync("Webhook: write a whole address that starts with https:// and does not lead to this machine.");
        await lead.Field("Webhook address").FillAsync("https://hooked.example/cases");
        await lead.SaveAsync();

        var shown = lead.Page.GetByLabel("Webhook secret");
        var first = await shown.InputValueAsync();
        Assert.Equal(await StoredSecretAsync(), first);
        Assert.NotNull(WebhookSecret.Read(first));
        await lead.Window.AssertAccessibleAsync();
        await lead.PictureAsync("secret");

        await lead.Window.GoAsync("/routing/settings");
        await Expect(lead.Button("Edit “Hooked Support”")).ToBeVisibleAsync();
        Assert.DoesNotContain(first, await lead.Page.ContentAsync());
        await lead.Button("Edit “Hooked Support”").ClickAsync();
        await lead.Field("Name").FillAsync("Hooked");
        await lead.SaveAsync();
        await lead.SaidAsync("Saved.");
        await Expect(shown).ToHaveCountAsync(0);
        Assert.Equal(first, await StoredSecretAsync());

        await lead.Button("Renew secret of “Hooked”").ClickAsync();
        await Expect(shown).ToBeVisibleAsync();
        Assert.Equal(await StoredSecretAsync(), await shown.InputValueAsync());
        Assert.NotEqual(first, await StoredSecretAsync());
        Assert.DoesNotContain("whsec_", string.Concat(await browser.Bot.ReadAsync(db => db.Audit.Select(entry => entry.Detail).ToListAsync(Ct))));
    }

    [Fact]
    public async Task Plans_and_the_way_to_buy_decide_where_a_diagnosed_case_goes()
    {
        await using var bot = BotHost.Start();
        await using var lead = await OpenAsync(bot: bot);
        await lead.Button("Delete “Advanced Support for Partners”").ClickAsync();
        await lead.SaidAsync("“Advanced Support for Partners” is deleted.");
        await lead.Button("Add a plan").ClickAsync();
        await lead.Form.Locator("select").First.SelectOptionAsync("PremierSupportForPartners");
        await lead.Field("First day").FillAsync("2026-12-01");
        await lead.Field("Last day").FillAsync("2026-11-01");
        await lead.SaveAsync();
        await Expect(lead.Field("Last day")).ToHaveAccessibleDescriptionAsync("Last day: that is before the beginning.");
        await lead.Field("First day").FillAsync("2026-01-01");
        await lead.Field("Last day").FillAsync("2026-12-31");
        await lead.SaveAsync();
        await lead.SaidAsync("Saved.");

        Assert.Equal("Microsoft: Premier/Unified Support for Partners", await TryDynamicsBugAsync(lead));

        await lead.Window.GoAsync("/routing/settings");
        await lead.Page.GetByLabel("Indirect reseller").CheckAsync();
        await lead.Page.Locator("section").First.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await lead.SaidAsync("Saved.");
        Assert.Equal("Queue Technical", await TryDynamicsBugAsync(lead));
        await Expect(lead.TryIt.Locator(".reasons")).ToContainTextAsync("As an indirect reseller we cannot file with Microsoft");
    }

    [Fact]
    public async Task A_queue_in_use_stays_and_one_that_somebody_else_edits_is_not_overwritten_unseen()
    {
        await using var his = await OpenAsync();
        await using var hers = await OpenAsync("demo-aoi");
        await his.Button("Delete “Billing”").ClickAsync();
        await Expect(his.Page.Locator(".told.bad").GetByText("still in use")).ToBeVisibleAsync();

        await his.Button("Edit “Security”").ClickAsync();
        await hers.Button("Edit “Security”").ClickAsync();
        await his.Field("E-mail for new cases").FillAsync("soc@northwind.example");
        await his.SaveAsync();
        await his.SaidAsync("Saved.");
        await hers.Field("E-mail for new cases").FillAsync("not an address");
        await hers.SaveAsync();
        await Expect(hers.Form.GetByRole(AriaRole.Alert)).ToContainTextAsync("soc@northwind.example");
        await Expect(hers.Field("E-mail for new cases")).ToHaveValueAsync("not an address");
        await hers.Button("Take theirs").ClickAsync();
        await Expect(hers.Field("E-mail for new cases")).ToHaveValueAsync("soc@northwind.example");
    }

    [Fact]
    public async Task Boundaries_are_written_line_by_line_and_show_as_text()
    {
        const string Topic = "<b onclick=alert(1)>Domains & mail</b> 🔧 שלום";
        await using var lead = await OpenAsync();
        await lead.Button("Add a line").ClickAsync();
        await lead.Form.Locator("select").First.SelectOptionAsync("OnPremises");
        await lead.SaveAsync();
        await Expect(lead.Field("Topic")).ToHaveAccessibleDescriptionAsync("Topic: enter something.");
        await lead.Field("Topic").FillAsync(Topic);
        await lead.SaveAsync();
        await lead.SaidAsync("Saved.");
        await Expect(lead.Page.GetByText(Topic)).ToBeVisibleAsync();
        await lead.Button($"Delete “{Topic}”").ClickAsync();
        await Expect(lead.Page.Locator("li").GetByText(Topic)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("en-GB", 1280)]
    [InlineData("ja-JP", 390)]
    public async Task Every_form_is_accessible_and_fits(string locale, int width)
    {
        await using var staff = await browser.OpenAsync("demo-aoi", "/routing/settings", locale, width);
        var adds = staff.Page.Locator(".edit-head button");
        await Expect(adds).ToHaveCountAsync(4);
        await staff.AssertAccessibleAsync();
        await staff.AssertFitsAsync();
        await new RoutingWindow(staff).PictureAsync($"settings-{locale}-{width}");
        for (var open = 1; open <= 4; open++)
        {
            await adds.First.ClickAsync();
            await Expect(staff.Page.Locator(".row-form")).ToHaveCountAsync(open);
        }

        await staff.AssertAccessibleAsync();
        await staff.AssertFitsAsync();
        await new RoutingWindow(staff).PictureAsync($"settings-forms-{locale}-{width}");
        Assert.Empty(staff.Complaints);
    }

    private async Task<RoutingWindow> OpenAsync(string person = "demo-ken", BotHost? bot = null) =>
        await RoutingWindow.OpenAsync(browser, person, "/settings", bot);

    private Task<string?> StoredSecretAsync() =>
        browser.Bot.ReadAsync(db => db.SupportProviders.Where(provider => provider.Id == "hooked").Select(provider => provider.Secret).SingleAsync(Ct));

    private static async Task<string> TryDynamicsBugAsync(RoutingWindow lead)
    {
        await lead.Window.GoAsync("/routing");
        await lead.TryIt.GetByLabel("What the customer writes").FillAsync("Dynamics 365 is not working");
        await lead.TryIt.GetByText("Later in the case").ClickAsync();
        await lead.TryIt.GetByLabel("Diagnosis").SelectOptionAsync("Bug");
        await lead.TryIt.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        return await lead.Decision.InnerTextAsync();
    }
}
