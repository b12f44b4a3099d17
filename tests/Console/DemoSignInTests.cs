using System.Net;
using System.Text.RegularExpressions;
using BillingBot.Tests.Host;
using BillingBot.Tests.WebChat;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Console;

/// <summary>A developer signs in as one of the demo staff; nobody else can.</summary>
public sealed class DemoSignInTests(DemoBot demo, ProductionBot production) : IClassFixture<DemoBot>, IClassFixture<ProductionBot>
{
    private static readonly List<string> Routes = ["staff", "_blazor"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/staff")]
    [InlineData("/staff/offer")]
    [InlineData("/staff/sign-in")]
    [InlineData("/staff/session")]
    [InlineData("/_blazor/negotiate")]
    public async Task In_Production_without_a_provider_there_is_no_console(string path)
    {
        using var client = production.Bot.Client();

        using var read = await client.GetAsync(path, Ct);
        using var written = await client.PostAsync(path, Person(), Ct);
        using var nothing = await client.PostAsync("/there-is-no-such-page", Person(), Ct);

        // Unpublished static assets have a catch-all route for reading, so that nothing at all is "not allowed" to be written.
        Assert.Equal((HttpStatusCode.NotFound, nothing.StatusCode), (read.StatusCode, written.StatusCode));
        Assert.False(read.Headers.Contains("Set-Cookie") || written.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain(
            production.Bot.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>(),
            endpoint => Routes.Exists(route => endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith(route, StringComparison.OrdinalIgnoreCase) == true));
        Assert.Contains(production.Bot.Logs.Lines, line => line.Contains("The staff console is off", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Host", "tunnel.example")]
    public async Task Through_a_tunnel_nobody_can_sign_in_and_no_session_counts(string header, string value)
    {
        using var browser = Browser(demo.Bot);
        await SignInAsync(browser, "demo-aoi");
        browser.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        using var list = await browser.GetAsync("/staff/sign-in", Ct);
        using var session = await browser.GetAsync("/staff/session", Ct);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (list.StatusCode, session.StatusCode));
    }

    [Fact]
    public async Task Another_site_cannot_sign_somebody_in()
    {
        using var browser = Browser(demo.Bot);

        using var answer = await browser.PostAsync("/staff/sign-in", new FormUrlEncodedContent([new("person", "demo-aoi")]), Ct);
        using var session = await browser.GetAsync("/staff/session", Ct);

        Assert.Equal(HttpStatusCode.Unauthorized, session.StatusCode);
    }

    [Fact]
    public async Task Only_people_of_the_list_can_be_chosen()
    {
        using var browser = Browser(demo.Bot);

        Assert.Equal(HttpStatusCode.NotFound, (await SignInAsync(browser, "demo-root")).StatusCode);
    }

    [Theory]
    [InlineData("/staff/offer", "/staff/offer")]
    [InlineData("/staff?view=Mine", "/staff?view=Mine")]
    [InlineData("https://evil.example", "/staff")]
    [InlineData("//evil.example", "/staff")]
    [InlineData("/\\evil.example", "/staff")]
    [InlineData("/staff/..\\evil", "/staff")]
    [InlineData("/staffroom", "/staff")]
    public async Task Signing_in_leads_back_into_the_console_and_nowhere_else(string asked, string led)
    {
        using var browser = Browser(demo.Bot);

        var answer = await SignInAsync(browser, "demo-aoi", asked);

        Assert.Equal(led, answer.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("demo-yuki", "/staff", HttpStatusCode.OK)]
    [InlineData("demo-yuki", "/staff/cases/1001", HttpStatusCode.OK)]
    [InlineData("demo-yuki", "/staff/knowledge", HttpStatusCode.OK)]
    [InlineData("demo-yuki", "/staff/routing", HttpStatusCode.Forbidden)]
    [InlineData("demo-ken", "/staff", HttpStatusCode.OK)]
    [InlineData("demo-ken", "/staff/routing", HttpStatusCode.OK)]
    [InlineData("demo-emma", "/staff", HttpStatusCode.Redirect)]
    [InlineData("demo-emma", "/staff/cases/1001", HttpStatusCode.Forbidden)]
    [InlineData("demo-emma", "/staff/knowledge", HttpStatusCode.OK)]
    [InlineData("demo-emma", "/staff/routing", HttpStatusCode.Forbidden)]
    [InlineData("demo-aoi", "/staff", HttpStatusCode.OK)]
    [InlineData("demo-aoi", "/staff/routing", HttpStatusCode.OK)]
    [InlineData("demo-aoi", "/staff/nothing", HttpStatusCode.NotFound)]
    public async Task Each_role_opens_its_pages(string person, string path, HttpStatusCode status)
    {
        using var browser = Browser(demo.Bot);
        await SignInAsync(browser, person);

        using var answer = await browser.GetAsync(path, Ct);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task The_page_runs_no_script_of_others_and_is_framed_by_nobody()
    {
        using var browser = Browser(demo.Bot);
        await SignInAsync(browser, "demo-yuki");

        using var answer = await browser.GetAsync("/staff", Ct);

        var policy = string.Join("; ", answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "/staff/language?to=en&back=/staff/sign-in", "<html lang=\"en\">")]
    [InlineData("en", "/staff/language?to=ja&back=/staff/sign-in", "<html lang=\"ja\">")]
    public async Task The_chosen_language_is_kept(string accepted, string choice, string html)
    {
        using var browser = Browser(demo.Bot);
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);

        using var chosen = await browser.GetAsync(choice, Ct);

        Assert.Equal("/staff/sign-in", chosen.Headers.Location!.ToString());
        Assert.Contains(html, await browser.GetStringAsync("/staff/sign-in", Ct), StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Person() => new([new("person", "demo-aoi")]);

    private static HttpClient Browser(BotHost bot) =>
        new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = bot.ClientOptions.BaseAddress };

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string person, string back = "/staff")
    {
        var page = await browser.GetStringAsync("/staff/sign-in", Ct);
        var token = Regex.Match(page, "__RequestVerificationToken\" value=\"(?<token>[^\"]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        return await browser.PostAsync(
            "/staff/sign-in", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("person", person), new("back", back)]), Ct);
    }
}
