using BillingBot.Providers;
using BillingBot.Providers.PartnerCenter;
using BillingBot.Tests.Channels.Activities;
using BillingBot.Tests.Host;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingBot.Tests.Providers;

/// <summary>App+user: the refresh token is exchanged, kept, and never lost or shown.</summary>
public sealed class PartnerCenterTokensTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Public", "login.microsoftonline.com")]
    [InlineData("UsGovernment", "login.microsoftonline.us")]
    public async Task Each_cloud_signs_in_at_its_own_authority_and_calls_the_one_api(string cloud, string login)
    {
        var settings = ProviderHost.Enabled();
        settings["PartnerCenter:Cloud"] = cloud;
        await using var host = await ProviderHost.StartAsync(settings);

        Assert.NotNull(await host.FindAsync());

        var asked = Assert.Single(host.PartnerCenter.Logins);
        Assert.Equal((login, "/aaaaaaaa-0000-4000-8000-00000000000a/oauth2/v2.0/token"), (asked.Host, asked.Path));
        var form = QueryHelpers.ParseQuery(asked.Body);
        Assert.Equal("cccccccc-0000-4000-8000-00000000000c", form["client_id"]);
        Assert.Equal("s3cret-of-the-app", form["client_secret"]);
        Assert.Contains("https://api.partnercenter.microsoft.com/user_impersonation", form["scope"].ToString().Split(' '), StringComparer.Ordinal);
        Assert.Equal("api.partnercenter.microsoft.com", Assert.Single(host.PartnerCenter.Calls).Host);
    }

    [Fact]
    public async Task A_certificate_signs_an_assertion_and_no_secret_is_sent()
    {
        using var certificate = new TestCertificate();
        var settings = ProviderHost.Enabled();
        settings.Remove("PartnerCenter:AppSecret");
        settings["PartnerCenter:CertificatePath"] = certificate.Path;
        settings["PartnerCenter:CertificatePassword"] = TestCertificate.Password;
        await using var host = await ProviderHost.StartAsync(settings);

        Assert.NotNull(await host.FindAsync());

        var form = QueryHelpers.ParseQuery(Assert.Single(host.PartnerCenter.Logins).Body);
        Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", form["client_assertion_type"]);
        Assert.False(form.ContainsKey("client_secret"));
    }

    [Fact]
    public async Task A_new_certificate_in_its_place_signs_without_a_restart()
    {
        using var certificate = new TestCertificate();
        using var other = new TestCertificate();
        var settings = ProviderHost.Enabled();
        settings.Remove("PartnerCenter:AppSecret");
        settings["PartnerCenter:CertificatePath"] = certificate.Path;
        settings["PartnerCenter:CertificatePassword"] = TestCertificate.Password;
        await using var host = await ProviderHost.StartAsync(settings);
        var tokens = host.Get<PartnerCenterTokens>();
        await tokens.GetAsync(null, Cancel);

        File.Copy(other.Path, certificate.Path, overwrite: true);
        host.Clock.Advance(TimeSpan.FromHours(1));
        await tokens.GetAsync(null, Cancel);

        var signed = host.PartnerCenter.Logins.Select(asked => QueryHelpers.ParseQuery(asked.Body)["client_assertion"].ToString().Split('.')[0]);
        Assert.Equal(2, signed.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_token_is_kept_until_shortly_before_it_ends()
    {
        await using var host = await ProviderHost.StartAsync();
        var tokens = host.Get<PartnerCenterTokens>();

        Assert.Equal("access-1", await tokens.GetAsync(null, Cancel));
        host.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal("access-1", await tokens.GetAsync(null, Cancel));
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("access-2", await tokens.GetAsync(null, Cancel));
    }

    [Fact]
    public async Task Many_askers_at_once_ask_once()
    {
        await using var host = await ProviderHost.StartAsync();
        var tokens = host.Get<PartnerCenterTokens>();

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => tokens.GetAsync(null, Cancel))), token => Assert.Equal("access-1", token));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => tokens.GetAsync("access-1", Cancel))), token => Assert.Equal("access-2", token));
        Assert.Equal(2, host.PartnerCenter.Logins.Count);
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        await using var host = await ProviderHost.StartAsync();
        Assert.NotNull(await host.FindAsync());
        host.PartnerCenter.Entra.Revoke();

        Assert.IsType<ProviderResult.Done>(await host.SuspendAsync());
        Assert.Equal(2, host.PartnerCenter.Logins.Count);
    }

    [Fact]
    public async Task A_renewed_token_that_is_refused_too_is_final()
    {
        await using var host = await ProviderHost.StartAsync();
        host.PartnerCenter.AnswersFirst(Answers.Error(401, "400", "Access denied"), Answers.Error(401, "400", "Access denied"));

        var refused = Assert.IsType<ProviderResult.Refused>(await host.SuspendAsync());

        Assert.Equal("400", refused.Code);
        Assert.Equal(2, host.PartnerCenter.Calls.Count);
    }

    [Fact]
    public async Task A_rotated_refresh_token_is_shown_next_time_and_after_a_restart()
    {
        var host = await ProviderHost.StartAsync();
        await host.Get<PartnerCenterTokens>().GetAsync(null, Cancel);
        await host.Get<PartnerCenterTokens>().GetAsync("access-1", Cancel);
        Assert.Equal(["refresh-0", "refresh-1"], host.PartnerCenter.Entra.Shown);
        await host.DisposeAsync(keepDatabase: true);

        await using var restarted = await ProviderHost.StartAsync(database: host.Database);
        await restarted.Get<PartnerCenterTokens>().GetAsync(null, Cancel);

        Assert.Equal(["refresh-2"], restarted.PartnerCenter.Entra.Shown);
    }

    [Fact]
    public async Task A_newly_configured_refresh_token_takes_the_place_of_the_stored_one()
    {
        var host = await ProviderHost.StartAsync();
        await host.Get<PartnerCenterTokens>().GetAsync(null, Cancel);
        await host.DisposeAsync(keepDatabase: true);

        var settings = ProviderHost.Enabled();
        settings["PartnerCenter:RefreshToken"] = "refresh-of-a-new-sign-in";
        await using var restarted = await ProviderHost.StartAsync(settings, host.Database);
        await restarted.Get<PartnerCenterTokens>().GetAsync(null, Cancel);

        Assert.Equal(["refresh-of-a-new-sign-in"], restarted.PartnerCenter.Entra.Shown);
    }

    [Theory]
    [InlineData(400, "invalid_grant", "sign in again")]
    [InlineData(401, "invalid_client", "PartnerCenter:AppId")]
    public async Task A_sign_in_that_is_refused_says_what_an_administrator_must_do(int status, string error, string says)
    {
        await using var host = await ProviderHost.StartAsync();
        host.PartnerCenter.Entra.Instead = Answers.Text(status, $$"""{"error":"{{error}}","error_description":"AADSTS700082: refresh-0 s3cret-of-the-app"}""");

        var refused = Assert.IsType<ProviderResult.Refused>(await host.SuspendAsync());

        Assert.Equal(error, refused.Code);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Empty(host.PartnerCenter.Calls);
        Assert.Single(host.PartnerCenter.Logins);
        HasNoSecrets(host.Log.All + refused.Message);
    }

    [Theory]
    [InlineData(503, "<html>")]
    [InlineData(200, "<html>")]
    [InlineData(200, "{}")]
    [InlineData(429, "")]
    public async Task An_answer_of_the_sign_in_that_is_none_is_an_outage(int status, string body)
    {
        await using var host = await ProviderHost.StartAsync();
        host.PartnerCenter.Entra.Instead = Answers.Text(status, body);

        Assert.IsType<ProviderResult.Unavailable>(await host.SuspendAsync());
        Assert.Empty(host.PartnerCenter.Calls);
    }

    [Fact]
    public async Task The_log_and_the_database_hold_the_request_but_no_secret_token_or_customer()
    {
        var host = await ProviderHost.StartAsync();
        host.PartnerCenter.AnswersFirst(host.PartnerCenter.Documented, Answers.Error(500, "0", "Contoso 東京"));
        Assert.IsType<ProviderResult.Done>(await host.SuspendAsync());
        await host.DisposeAsync(keepDatabase: true);

        Assert.Contains(host.PartnerCenter.Patches[0].Headers["MS-RequestId"], host.Log.All, StringComparison.Ordinal);
        HasNoSecrets(host.Log.All);
        Assert.DoesNotContain(FakePartnerCenter.Customer, host.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("東京", host.Log.All, StringComparison.Ordinal);
        var stored = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(host.Database, Cancel));
        Assert.Contains("PartnerCenter:RefreshToken", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh-1", stored, StringComparison.Ordinal);
        TestDatabases.Delete(host.Database);
    }

    private static void HasNoSecrets(string text)
    {
        foreach (var secret in (string[])["s3cret", "refresh-", "access-", "Bearer"])
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }
}
