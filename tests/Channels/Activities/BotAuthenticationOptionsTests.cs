using BillingBot.Channels.Activities;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Channels.Activities;

public sealed class BotAuthenticationOptionsTests
{
    private const string Tenant = "aaaaaaaa-0000-4000-8000-00000000000a";

    [Theory]
    [InlineData("MicrosoftAppId", "MicrosoftAppId=my-bot")]
    [InlineData("MicrosoftAppId", "MicrosoftAppId=")]
    [InlineData("MicrosoftAppType", "MicrosoftAppType=Single")]
    [InlineData("MicrosoftAppType", "MicrosoftAppType=1")]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppPassword=")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppType=SingleTenant")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppType=SingleTenant", "MicrosoftAppTenantId=contoso.com")]
    [InlineData("MicrosoftAppTenantId", "MicrosoftAppType=UserAssignedMSI", "MicrosoftAppPassword=")]
    [InlineData("MicrosoftAppPassword", "MicrosoftAppType=UserAssignedMSI", $"MicrosoftAppTenantId={Tenant}")]
    [InlineData("MicrosoftAppCertificatePath", "MicrosoftAppType=UserAssignedMSI", $"MicrosoftAppTenantId={Tenant}", "MicrosoftAppPassword=", "MicrosoftAppCertificatePath=bot.pfx")]
    [InlineData("MicrosoftAppCertificatePath", "MicrosoftAppCertificatePath=bot.pfx")]
    [InlineData("MicrosoftAppCertificatePath", "MicrosoftAppPassword=", "MicrosoftAppCertificatePath=no-such-file.pfx")]
    [InlineData("ChannelService", "ChannelService=https://botframework.azure.cn")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl", "ToBotFromChannelOpenIdMetadataUrl=http://login.example/openid")]
    [InlineData("ToBotFromEmulatorOpenIdMetadataUrl", "ToBotFromEmulatorOpenIdMetadataUrl=login.example")]
    [InlineData("ToChannelFromBotLoginUrl", "ToChannelFromBotLoginUrl=http://localhost/login")]
    [InlineData("ToBotFromChannelTokenIssuer", "ToBotFromChannelTokenIssuer=me")]
    [InlineData("ToChannelFromBotOAuthScope", "ToChannelFromBotOAuthScope=everything")]
    [InlineData("AllowedServiceUrlHosts", "AllowedServiceUrlHosts:0=https://connector.example/")]
    [InlineData("AllowedServiceUrlHosts", "AllowedServiceUrlHosts:0=*.example")]
    [InlineData("DangerouslyAllowAnonymousOnLoopback", "DangerouslyAllowAnonymousOnLoopback=true")]
    public async Task A_bad_setting_stops_the_start_with_one_message_that_names_it(string key, params string[] settings)
    {
        var all = ActivityHost.Registered();
        foreach (var setting in settings)
            all[setting.Split('=')[0]] = setting.Split('=', 2)[1];

        var message = await StartFails(all);

        Assert.StartsWith($"{key}: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MicrosoftAppType=")]
    [InlineData("MicrosoftAppType=multitenant")]
    [InlineData("MicrosoftAppType=SingleTenant", $"MicrosoftAppTenantId={Tenant}")]
    [InlineData("MicrosoftAppType=UserAssignedMSI", $"MicrosoftAppTenantId={Tenant}", "MicrosoftAppPassword=")]
    [InlineData("MicrosoftAppId=", "MicrosoftAppPassword=", "MicrosoftAppType=SingleTenant")]
    [InlineData("ChannelService=https://botframework.azure.us/")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl=http://127.0.0.1:9/openid")]
    public async Task A_sound_setting_starts(params string[] settings)
    {
        var all = ActivityHost.Registered();
        foreach (var setting in settings)
            all[setting.Split('=')[0]] = setting.Split('=', 2)[1];

        await using var host = await ActivityHost.StartAsync(all);

        Assert.NotNull(host.Get<IOptions<BotAuthenticationOptions>>().Value);
    }

    [Fact]
    public async Task A_certificate_takes_the_place_of_the_password()
    {
        using var certificate = new TestCertificate();
        var all = WithCertificate(certificate, TestCertificate.Password);

        await using var host = await ActivityHost.StartAsync(all);

        Assert.Null(host.Get<IOptions<BotAuthenticationOptions>>().Value.MicrosoftAppPassword);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_opened_or_has_no_key_stops_the_start()
    {
        using var certificate = new TestCertificate();
        using var publicOnly = new TestCertificate(withPrivateKey: false);

        var wrongPassword = await StartFails(WithCertificate(certificate, "wrong-one"));
        var noKey = await StartFails(WithCertificate(publicOnly, TestCertificate.Password));

        Assert.StartsWith("MicrosoftAppCertificatePath: ", wrongPassword, StringComparison.Ordinal);
        Assert.StartsWith("MicrosoftAppCertificatePath: ", noKey, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-one", wrongPassword, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> WithCertificate(TestCertificate certificate, string password)
    {
        var all = ActivityHost.Registered();
        all.Remove("MicrosoftAppPassword");
        all["MicrosoftAppCertificatePath"] = certificate.Path;
        all["MicrosoftAppCertificatePassword"] = password;
        return all;
    }

    private static async Task<string> StartFails(Dictionary<string, string?> settings)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(async () =>
        {
            await using var host = await ActivityHost.StartAsync(settings);
        });
        return Assert.Single(error.Failures);
    }
}
