using BillingBot.Channels.Activities;
using BillingBot.Providers.PartnerCenter;
using BillingBot.Tests.Channels.Activities;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace BillingBot.Tests.Telemetry;

/// <summary>The health is that of the certificate which the bot signs with, and tells of one that cannot take its place.</summary>
public sealed class CertificateHealthTests
{
    private static readonly DateTimeOffset Soon = BotHost.Tuesday.AddDays(10);

    [Theory]
    [InlineData("MicrosoftAppCertificatePath")]
    [InlineData("PartnerCenter:CertificatePath")]
    public async Task One_that_ends_soon_shows_until_another_lies_in_its_place(string setting)
    {
        using var ending = new TestCertificate(until: Soon);
        using var next = new TestCertificate();
        await using var bot = Start(setting, ending.Path);
        Assert.Contains($"The certificate of {setting} ends on 2026-12-04", (await CheckAsync(bot)).Description, StringComparison.Ordinal);

        File.Copy(next.Path, ending.Path, overwrite: true);

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bot)).Status);
        Assert.All(
            new[] { bot.Services.GetRequiredService<ConnectorTokens>().Certificate, bot.Services.GetRequiredService<PartnerCenterTokens>().Certificate },
            used => Assert.NotEqual(Soon.UtcDateTime, used?.Current?.NotAfter.ToUniversalTime()));
    }

    [Theory]
    [InlineData("MicrosoftAppCertificatePath")]
    [InlineData("PartnerCenter:CertificatePath")]
    public async Task One_that_cannot_be_read_any_more_is_told_of(string setting)
    {
        using var certificate = new TestCertificate();
        await using var bot = Start(setting, certificate.Path);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bot)).Status);

        await File.WriteAllTextAsync(certificate.Path, "no certificate", TestContext.Current.CancellationToken);

        var told = await CheckAsync(bot);
        Assert.Equal(HealthStatus.Degraded, told.Status);
        Assert.StartsWith($"{setting}: what lies there now cannot be used", told.Description, StringComparison.Ordinal);
        File.Delete(certificate.Path);
        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(bot)).Status);
    }

    private static BotHost Start(string setting, string path)
    {
        const string Tenant = "aaaaaaaa-0000-4000-8000-00000000000a";
        (string, string?)[] settings = setting == "MicrosoftAppCertificatePath"
            ? [("MicrosoftAppId", TestToken.AppId), ("MicrosoftAppCertificatePassword", TestCertificate.Password)]
            :
            [
                ("PartnerCenter:Enabled", "true"), ("PartnerCenter:TenantId", Tenant), ("PartnerCenter:AppId", TestToken.AppId),
                ("PartnerCenter:RefreshToken", "token"), ("PartnerCenter:CertificatePassword", TestCertificate.Password),
            ];
        return BotHost.Start(settings: [BotHost.NoArticles, (setting, path), .. settings]);
    }

    private static async Task<HealthReportEntry> CheckAsync(BotHost bot) =>
        (await bot.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(check => check.Name == "certificate", TestContext.Current.CancellationToken)).Entries["certificate"];
}
