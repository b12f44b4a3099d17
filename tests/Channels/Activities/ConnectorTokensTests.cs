using System.Net;
using BillingBot.Channels.Activities;

namespace BillingBot.Tests.Channels.Activities;

public sealed class ConnectorTokensTests
{
    private const string Tenant = "aaaaaaaa-0000-4000-8000-00000000000a";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("MultiTenant", "", LoginAuthority.MultiTenant, "https://api.botframework.com/.default")]
    [InlineData("SingleTenant", "", $"https://login.microsoftonline.com/{Tenant}/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData("MultiTenant", "https://botframework.azure.us", "https://login.microsoftonline.us/microsoftservices.onmicrosoft.us/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    [InlineData("SingleTenant", "https://botframework.azure.us", $"https://login.microsoftonline.us/{Tenant}/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    public async Task The_secret_is_shown_to_the_identitys_authority_only(string type, string service, string url, string scope)
    {
        var settings = ActivityHost.Registered();
        settings["MicrosoftAppType"] = type;
        settings["MicrosoftAppTenantId"] = Tenant;
        settings["ChannelService"] = service;
        await using var host = await ActivityHost.StartAsync(settings);
        var login = new LoginAuthority(host.Internet, url);

        Assert.Equal("token-1", await host.Get<ConnectorTokens>().GetAsync(null, Cancel));

        var form = Form(Assert.Single(login.Asked));
        Assert.Equal(TestToken.AppId, form["client_id"]);
        Assert.Equal("s3cret-of-the-bot", form["client_secret"]);
        Assert.Equal("client_credentials", form["grant_type"]);
        Assert.Contains(scope, form["scope"].Split(' '), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_certificate_signs_an_assertion_and_no_secret_is_sent()
    {
        using var certificate = new TestCertificate();
        var settings = ActivityHost.Registered();
        settings.Remove("MicrosoftAppPassword");
        settings["MicrosoftAppCertificatePath"] = certificate.Path;
        settings["MicrosoftAppCertificatePassword"] = TestCertificate.Password;
        await using var host = await ActivityHost.StartAsync(settings);
        var login = new LoginAuthority(host.Internet);

        Assert.Equal("token-1", await host.Get<ConnectorTokens>().GetAsync(null, Cancel));

        var form = Form(Assert.Single(login.Asked));
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        Assert.False(form.ContainsKey("client_secret"));
    }

    [Fact]
    public async Task A_new_certificate_in_its_place_signs_without_a_restart()
    {
        using var certificate = new TestCertificate();
        using var other = new TestCertificate();
        var settings = ActivityHost.Registered();
        settings.Remove("MicrosoftAppPassword");
        settings["MicrosoftAppCertificatePath"] = certificate.Path;
        settings["MicrosoftAppCertificatePassword"] = TestCertificate.Password;
        await using var host = await ActivityHost.StartAsync(settings);
        var login = new LoginAuthority(host.Internet);
        var tokens = host.Get<ConnectorTokens>();
        await tokens.GetAsync(null, Cancel);

        File.Copy(other.Path, certificate.Path, overwrite: true);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await tokens.GetAsync(null, Cancel);
        await File.WriteAllTextAsync(certificate.Path, "half a file", Cancel);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await tokens.GetAsync(null, Cancel);

        Assert.Equal(2, login.Asked.Count);
        Assert.Equal(2, login.Asked.Select(asked => Header(Form(asked)["client_assertion"])).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_managed_identity_asks_its_host()
    {
        var settings = ActivityHost.Registered();
        settings.Remove("MicrosoftAppPassword");
        settings["MicrosoftAppType"] = "UserAssignedMSI";
        settings["MicrosoftAppTenantId"] = Tenant;
        await using var host = await ActivityHost.StartAsync(settings);
        host.Internet.Json(
            HttpMethod.Get,
            $"http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https://api.botframework.com&client_id={TestToken.AppId}",
            """{"token_type":"Bearer","expires_in":"86400","access_token":"from-the-host","resource":"https://api.botframework.com"}""");

        Assert.Equal("from-the-host", await host.Get<ConnectorTokens>().GetAsync(null, Cancel));
    }

    [Fact]
    public async Task A_token_is_kept_and_many_askers_at_once_ask_once()
    {
        await using var host = await ActivityHost.StartAsync();
        var login = new LoginAuthority(host.Internet);
        var tokens = host.Get<ConnectorTokens>();

        var all = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => tokens.GetAsync(null, Cancel)));

        Assert.All(all, token => Assert.Equal("token-1", token));
        Assert.Single(login.Asked);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once_for_all_who_held_it()
    {
        await using var host = await ActivityHost.StartAsync();
        var login = new LoginAuthority(host.Internet);
        var tokens = host.Get<ConnectorTokens>();
        var refused = await tokens.GetAsync(null, Cancel);

        var renewed = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => tokens.GetAsync(refused, Cancel)));

        Assert.All(renewed, token => Assert.Equal("token-2", token));
        Assert.Equal(2, login.Asked.Count);
    }

    [Fact]
    public async Task Without_an_app_id_there_is_no_token()
    {
        await using var host = await ActivityHost.StartAsync(new(StringComparer.Ordinal));

        Assert.Null(await host.Get<ConnectorTokens>().GetAsync(null, Cancel));
        Assert.Empty(host.Internet.Seen);
    }

    [Fact]
    public async Task A_refused_secret_shows_nowhere()
    {
        await using var host = await ActivityHost.StartAsync();
        new LoginAuthority(host.Internet).Fail(HttpStatusCode.Unauthorized, "invalid_client");

        var error = await Assert.ThrowsAnyAsync<Exception>(() => host.Get<ConnectorTokens>().GetAsync(null, Cancel));

        Assert.DoesNotContain("s3cret", error.ToString() + host.Log.All, StringComparison.Ordinal);
    }

    /// <summary>It names the certificate.</summary>
    private static string Header(string assertion) => assertion[..assertion.IndexOf('.', StringComparison.Ordinal)];

    private static Dictionary<string, string> Form(string body) => body.Split('&')
        .Select(pair => pair.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]), StringComparer.Ordinal);
}
