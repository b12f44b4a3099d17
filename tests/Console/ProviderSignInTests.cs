using System.Net;
using System.Text.RegularExpressions;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Console;

/// <summary>Staff sign in at a real OpenID Connect server.</summary>
public sealed class ProviderSignInTests(SharedProviderBot shared) : IClassFixture<SharedProviderBot>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_agent_gets_to_the_page_they_asked_for_and_no_further_than_their_role()
    {
        await using var staff = shared.InNewBrowser();

        using var page = await staff.GetAsync("/staff/offer");
        using var routing = await staff.GetAsync("/staff/routing");

        Assert.Equal((HttpStatusCode.OK, "/staff/offer"), (page.StatusCode, page.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Equal(HttpStatusCode.Forbidden, routing.StatusCode);
        Assert.Contains("Mika Sato", await routing.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_of_the_provider_gives_the_role_it_is_mapped_to()
    {
        await using var staff = await ProviderBot.StartAsync(
            settings: [("Staff:Oidc:RoleClaim", "groups"), ("Staff:Oidc:Roles:Lead:0", "0f3a-leads"), ("Staff:Oidc:Roles:Agent:0", "77-agents")]);
        staff.Provider.Roles = ("groups", ["others", "0f3a-leads"]);

        using var routing = await staff.GetAsync("/staff/routing");
        using var queue = await staff.GetAsync("/staff");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (routing.StatusCode, queue.StatusCode));
    }

    [Theory]
    [InlineData("roles", "somebody-else")]
    [InlineData("roles", "Agent")]
    [InlineData("groups", "agent")]
    public async Task Somebody_without_a_role_gets_nothing(string claim, string value)
    {
        await using var staff = shared.InNewBrowser();
        staff.Provider.Roles = (claim, [value]);

        foreach (var path in new[] { "/staff", "/staff/knowledge", "/staff/routing", "/staff/offer", "/staff/cases/1001", "/staff/nothing" })
        {
            using var answer = await staff.GetAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        using var hub = await staff.Browser.PostAsync("/_blazor/negotiate?negotiateVersion=1", content: null, Ct);
        Assert.Equal(HttpStatusCode.Forbidden, hub.StatusCode);
    }

    [Fact]
    public async Task Who_only_edits_articles_starts_at_them()
    {
        await using var staff = shared.InNewBrowser();
        staff.Provider.Roles = ("roles", ["knowledgeEditor"]);

        using var start = await staff.GetAsync("/staff");

        Assert.Equal((HttpStatusCode.OK, "/staff/knowledge"), (start.StatusCode, start.RequestMessage!.RequestUri!.AbsolutePath));
    }

    [Theory]
    [InlineData("?code=abc&state=made-up")]
    [InlineData("?error=access_denied&state=made-up")]
    [InlineData("")]
    public async Task An_answer_that_was_not_asked_for_signs_nobody_in(string query)
    {
        await using var staff = shared.InNewBrowser();

        using var answer = await staff.GetAsync("/staff/signed-in-by-provider" + query);

        Assert.Equal("/staff/signed-out", answer.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.DoesNotContain("billingbot.staff=", staff.Cookies(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_meant_for_another_browser_signs_nobody_in()
    {
        await using var staff = shared.InNewBrowser();
        using var asked = await staff.WithAsync("", "/staff/sign-in");
        using var provider = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var given = await provider.GetAsync(asked.Headers.Location, Ct);

        using var answer = await staff.GetAsync(given.Headers.Location!.PathAndQuery);

        Assert.StartsWith("/staff/signed-in-by-provider?", given.Headers.Location.PathAndQuery, StringComparison.Ordinal);
        Assert.Equal("/staff/signed-out", answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task A_session_ends_when_nobody_used_it_for_eight_hours()
    {
        await using var staff = await ProviderBot.StartAsync();
        using var page = await staff.GetAsync("/staff");
        var cookies = staff.Cookies();

        staff.Clock.Advance(TimeSpan.FromHours(7));
        using var used = await staff.WithAsync(cookies, "/staff/session");
        staff.Clock.Advance(TimeSpan.FromHours(2));
        using var over = await staff.WithAsync(cookies, "/staff/session");
        using var pageOver = await staff.WithAsync(cookies, "/staff");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.Unauthorized), (used.StatusCode, over.StatusCode));
        Assert.Contains("/staff/sign-in?ReturnUrl=%2Fstaff", pageOver.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_busy_they_are_asked_for_again_after_a_day()
    {
        await using var staff = await ProviderBot.StartAsync();
        using var page = await staff.GetAsync("/staff");

        for (var hours = 5; hours < 24; hours += 5)
        {
            staff.Clock.Advance(TimeSpan.FromHours(5));
            using var busy = await staff.GetAsync("/staff/session");
            Assert.Equal(HttpStatusCode.NoContent, busy.StatusCode);
        }

        staff.Clock.Advance(TimeSpan.FromHours(5));
        using var over = await staff.GetAsync("/staff/session");
        Assert.Equal(HttpStatusCode.Unauthorized, over.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_also_for_whoever_kept_the_cookie()
    {
        await using var staff = await ProviderBot.StartAsync();
        using var page = await staff.GetAsync("/staff/routing");
        var kept = staff.Cookies();

        using var without = await staff.Browser.PostAsync("/staff/sign-out", content: null, Ct);
        using var still = await staff.WithAsync(kept, "/staff/session");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = Regex.Match(
                await page.Content.ReadAsStringAsync(Ct), "__RequestVerificationToken\" value=\"(?<token>[^\"]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value,
        });
        using var signedOut = await staff.Browser.PostAsync("/staff/sign-out", form, Ct);
        using var afterwards = await staff.WithAsync(kept, "/staff/session");

        Assert.Equal(HttpStatusCode.NoContent, still.StatusCode);
        Assert.Equal(HttpStatusCode.OK, signedOut.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, afterwards.StatusCode);
    }

    [Fact]
    public async Task A_session_outlives_a_restart_of_the_bot()
    {
        using var database = new DatabaseFile();
        string cookies;
        await using (var before = await ProviderBot.StartAsync(database.Path))
        {
            using var page = await before.GetAsync("/staff");
            cookies = before.Cookies();
        }

        await using var after = await ProviderBot.StartAsync(database.Path);
        using var session = await after.WithAsync(cookies, "/staff/session");

        Assert.Equal(HttpStatusCode.NoContent, session.StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites_and_small()
    {
        await using var staff = shared.InNewBrowser();
        using var page = await staff.GetAsync("/staff");
        var session = staff.Cookie("billingbot.staff");

        Assert.True(session.HttpOnly);
        Assert.InRange(session.Value.Length, 1, 2000);
    }
}
