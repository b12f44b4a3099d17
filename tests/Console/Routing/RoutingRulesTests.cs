using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console.Routing;

public sealed class RoutingRulesTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_about_the_partners_own_tenant_is_said_to_stay()
    {
        await using var lead = await RoutingWindow.OpenAsync(browser);
        await lead.TryIt.GetByLabel("What the customer writes").FillAsync("Our Azure virtual machine is down");
        await lead.TryIt.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await lead.TryIt.GetByText("Later in the case").ClickAsync();

        await lead.TryIt.GetByLabel("Staff could not solve it").CheckAsync();
        await lead.TryIt.GetByLabel("It is about our own tenant").CheckAsync();

        await Expect(lead.TryIt.Locator(".reasons")).ToContainTextAsync("It is about our own tenant, which is not covered in this way.");
        Assert.Empty(lead.Window.Complaints);
    }

    [Fact]
    public async Task A_saved_edit_changes_at_once_what_the_try_it_box_says_and_why()
    {
        await using var lead = await RoutingWindow.OpenAsync(browser);
        await lead.TryIt.GetByLabel("What the customer writes").FillAsync("Our Azure virtual machine is down");
        await lead.TryIt.GetByLabel("Customer (empty: a guest)").FillAsync("Contoso Ltd");
        await lead.Page.Keyboard.PressAsync("Tab");
        await Expect(lead.TryIt.GetByLabel("Customer (empty: a guest)")).ToHaveValueAsync("contoso");
        await lead.TryIt.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await Expect(lead.Decision).ToHaveTextAsync("Queue Technical");
        await Expect(lead.TryIt.Locator(".reasons li").First).ToHaveTextAsync("Rule “Technical” decides.");
        await Expect(lead.TryIt.Locator(".reasons")).ToContainTextAsync("Diagnose first.");
        await Expect(lead.Verdict("Fraud and security")).ToContainTextAsync("Does not hold: “fraud or a security problem is suspected”.");
        await Expect(lead.TryIt).ToContainTextAsync("Recognised words: “azure”, “virtual machine”, “is down”.");
        await lead.PictureAsync("tried");

        await lead.Button("Edit “Technical”").ClickAsync();
        await lead.Form.GetByLabel("Goes to").SelectOptionAsync("Provider:night-desk");
        await lead.SaveAsync();

        await lead.SaidAsync("Saved.");
        await Expect(lead.Decision).ToHaveTextAsync("Support provider Litware Night Desk");
        await Expect(lead.Rule("Technical")).ToContainTextAsync("Support provider Litware Night Desk");
        await lead.TryIt.GetByLabel("Kind of case").SelectOptionAsync("Fraud");
        await Expect(lead.Decision).ToHaveTextAsync("Queue Security");
        await Expect(lead.Verdict("Technical")).ToContainTextAsync("Does not match");
        Assert.Empty(lead.Window.Complaints);
    }

    [Fact]
    public async Task The_order_is_changed_with_the_keyboard_and_the_focus_goes_along()
    {
        await using var lead = await RoutingWindow.OpenAsync(browser);
        await lead.AddRuleAsync("Last of all");
        var count = await lead.Names.CountAsync();

        // Saving moves the focus too, a moment after it has said so: only from here on it is the keyboard's alone.
        await lead.Button("Move “Last of all” up").PressAsync("Enter");
        await lead.SaidAsync($"“Last of all” is number {count - 1} now.");
        for (var place = count - 2; place > 0; place--)
        {
            await lead.Page.Keyboard.PressAsync("Enter");
            await lead.SaidAsync($"“Last of all” is number {place} now.");
        }

        await Expect(lead.Names.First).ToHaveTextAsync("Last of all");
        await Expect(lead.Button("Move “Last of all” up")).ToBeDisabledAsync();
        await Expect(lead.Button("Move “Last of all” down")).ToBeFocusedAsync();
        Assert.Equal("Last of all", await browser.Bot.ReadAsync(db => db.RoutingRules.OrderBy(rule => rule.Order).Select(rule => rule.Name).FirstAsync(Ct)));

        await lead.Button("Switch off “Last of all”").PressAsync("Enter");
        await lead.SaidAsync("“Last of all” is switched off.");
        await Expect(lead.Rule("Last of all").Locator(".mark")).ToHaveTextAsync("Switched off");
        await lead.Button("Delete “Last of all”").PressAsync("Enter");
        await lead.SaidAsync("“Last of all” is deleted.");
        await Expect(lead.Names).ToHaveCountAsync(count - 1);
    }

    [Fact]
    public async Task A_script_in_a_name_is_only_text()
    {
        const string Name = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
        await using var lead = await RoutingWindow.OpenAsync(browser);
        await lead.AddRuleAsync(Name);
        await lead.TryIt.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
        await Expect(lead.Rule(Name).Locator("h3")).ToHaveTextAsync(Name);
        await Expect(lead.Verdict(Name)).ToBeVisibleAsync();
        await Expect(lead.Page.Locator("main img, main script")).ToHaveCountAsync(0);
        await Expect(lead.Page).ToHaveTitleAsync("Routing");
        Assert.Empty(lead.Window.Complaints);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_in_the_language_of_the_page_and_nothing_typed_is_lost()
    {
        await using var staff = await browser.OpenAsync("demo-ken", "/routing", "ja-JP", 390);
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = "ルールを追加" }).ClickAsync();
        var form = staff.Page.Locator(".row-form");
        await form.GetByLabel("お客様", new() { Exact = true }).FillAsync("存在しない会社");
        await form.GetByLabel("緊急度").SelectOptionAsync("High");
        await form.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();

        await Expect(form.GetByLabel("名前", new() { Exact = true })).ToHaveAccessibleDescriptionAsync("名前：入力してください。");
        await Expect(form.GetByLabel("お客様", new() { Exact = true })).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(form.Locator(".problem")).ToHaveCountAsync(3);
        await Expect(form.GetByLabel("お客様", new() { Exact = true })).ToHaveValueAsync("存在しない会社");
        await Expect(form.GetByLabel("緊急度")).ToHaveValueAsync("High");
        await staff.AssertAccessibleAsync();
        await staff.AssertFitsAsync();
        await new RoutingWindow(staff).PictureAsync("problems-ja-390");
    }

    [Fact]
    public async Task Agents_and_editors_are_refused()
    {
        foreach (var person in new[] { "demo-yuki", "demo-emma" })
        {
            await using var staff = await browser.OpenAsync(person, "/routing");
            await Expect(staff.Heading).ToHaveTextAsync("Not for your role");
            await staff.GoAsync("/routing/settings");
            await Expect(staff.Heading).ToHaveTextAsync("Not for your role");
            await Expect(staff.Page.Locator(".pages").GetByText("Routing")).ToHaveCountAsync(0);
        }
    }

    [Theory]
    [InlineData("en-GB", 1280, "Add a rule", "Try it")]
    [InlineData("ja-JP", 390, "ルールを追加", "試す")]
    public async Task Rules_form_and_try_it_box_are_accessible_and_fit(string locale, int width, string add, string tryIt)
    {
        await using var staff = await browser.OpenAsync("demo-ken", "/routing", locale, width);
        await staff.Page.Locator(".try-it textarea").FillAsync("仮想マシンがダウンしています");
        await staff.Page.GetByRole(AriaRole.Button, new() { Name = tryIt, Exact = true }).ClickAsync();
        await Expect(staff.Page.Locator(".decision")).ToBeVisibleAsync();
        await new RoutingWindow(staff).PictureAsync($"rules-{locale}-{width}");
        await staff.AssertAccessibleAsync();
        await staff.AssertFitsAsync();

        await staff.Page.GetByRole(AriaRole.Button, new() { Name = add }).ClickAsync();
        await staff.Page.Locator(".row-form select").Last.SelectOptionAsync("Microsoft:");
        await staff.AssertAccessibleAsync();
        await staff.AssertFitsAsync();
        await new RoutingWindow(staff).PictureAsync($"form-{locale}-{width}");
        Assert.Empty(staff.Complaints);
    }
}
