using BillingBot.Providers;
using BillingBot.Providers.PartnerCenter;
using BillingBot.Tests.Channels.Activities;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Providers;

public sealed class PartnerCenterOptionsTests
{
    [Theory]
    [InlineData("TenantId", "TenantId=partner.onmicrosoft.com")]
    [InlineData("TenantId", "TenantId=")]
    [InlineData("AppId", "AppId=our-app")]
    [InlineData("AppSecret", "AppSecret=")]
    [InlineData("CertificatePath", "CertificatePath=app.pfx")]
    [InlineData("CertificatePath", "AppSecret=", "CertificatePath=no-such-file.pfx")]
    [InlineData("RefreshToken", "RefreshToken= ")]
    [InlineData("Cloud", "Cloud=Any")]
    [InlineData("Cloud", "Cloud=7")]
    [InlineData("BaseAddress", "BaseAddress=http://partnercenter.example")]
    [InlineData("BaseAddress", "BaseAddress=api.partnercenter.microsoft.com")]
    [InlineData("LoginAddress", "LoginAddress=http://localhost/")]
    public async Task A_bad_setting_stops_the_start_with_one_message_that_names_it(string key, params string[] settings)
    {
        var message = await StartFails(With(settings));

        Assert.StartsWith($"PartnerCenter:{key}: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", message, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh-0", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_opened_stops_the_start()
    {
        using var certificate = new TestCertificate();

        var message = await StartFails(With("AppSecret=", $"CertificatePath={certificate.Path}", "CertificatePassword=wrong-one"));

        Assert.StartsWith("PartnerCenter:CertificatePath: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-one", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Partner_Center_nothing_is_demanded_and_staff_do_it_by_hand()
    {
        await using var host = await ProviderHost.StartAsync(new(StringComparer.Ordinal) { ["PartnerCenter:AppId"] = "left over" });

        Assert.IsType<ManualProvider>(host.Provider);
    }

    [Theory]
    [InlineData("Public", "https://login.microsoftonline.com/t")]
    [InlineData("UsGovernment", "https://login.microsoftonline.us/t")]
    public void Each_cloud_has_its_sign_in_and_both_share_the_api(string cloud, string authority)
    {
        var endpoints = PartnerCenterEndpoints.Of(new PartnerCenterOptions { Cloud = Enum.Parse<BillingBot.Knowledge.Articles.Cloud>(cloud), TenantId = "t" });

        Assert.Equal(new PartnerCenterEndpoints(new Uri("https://api.partnercenter.microsoft.com/"), new Uri(authority)), endpoints);
    }

    [Fact]
    public async Task Private_addresses_take_the_place_of_Microsofts()
    {
        await using var host = await ProviderHost.StartAsync(With("BaseAddress=https://partnercenter.example/api", "LoginAddress=https://login.example"));
        host.PartnerCenter.AnswersFirst(host.PartnerCenter.Documented);

        await host.FindAsync();

        Assert.Contains(host.PartnerCenter.All, call => call.Host == "login.example");
        Assert.Contains(host.PartnerCenter.All, call => call.Host == "partnercenter.example" && call.Path == $"/api{FakePartnerCenter.Path}");
    }

    private static Dictionary<string, string?> With(params string[] settings)
    {
        var all = ProviderHost.Enabled();
        foreach (var setting in settings)
            all[$"PartnerCenter:{setting.Split('=')[0]}"] = setting.Split('=', 2)[1];
        return all;
    }

    private static async Task<string> StartFails(Dictionary<string, string?> settings)
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(async () =>
        {
            await using var host = await ProviderHost.StartAsync(settings);
        });
        return Assert.Single(error.Failures);
    }
}
