using BillingBot.Channels.Activities;

namespace BillingBot.Tests.Channels.Activities;

public sealed class ServiceUrlGuardTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("https://SMBA.TrafficManager.net/amer")]
    [InlineData("https://botframework.com/")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://europe.directline.botframework.com/")]
    [InlineData("https://directline.botframework.azure.us/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    [InlineData("https://smba.infra.dod.teams.microsoft.us/teams")]
    public async Task Microsofts_hosts_may_receive_a_token(string url) => Assert.Equal((true, true), await Ask(url));

    [Theory]
    [InlineData("http://smba.trafficmanager.net/teams/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://x.smba.trafficmanager.net/")]
    [InlineData("https://trafficmanager.net/")]
    [InlineData("https://evilbotframework.com/")]
    [InlineData("https://botframework.com.evil.example/")]
    [InlineData("https://botframework.com@evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://evil.example/?x=.botframework.com")]
    [InlineData("https://evil.example/#.botframework.com")]
    [InlineData("https://evil.example\\.botframework.com/")]
    [InlineData("https://microsoft.com/")]
    [InlineData("https://botframework.com./")]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("https://localhost/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//smba.trafficmanager.net/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Others_get_neither_a_token_nor_a_call(string? url) => Assert.Equal((false, false), await Ask(url));

    [Fact]
    public async Task Hosts_may_be_added_exactly()
    {
        (string, string)[] added = [("AllowedServiceUrlHosts:0", "Connector.Partner.example")];

        Assert.Equal((true, true), await Ask("https://connector.partner.example/api", added));
        Assert.Equal((false, false), await Ask("https://x.connector.partner.example/", added));
        Assert.Equal((false, false), await Ask("http://connector.partner.example/", added));
    }

    [Theory]
    [InlineData("http://localhost:56150/_connector", true)]
    [InlineData("http://127.0.0.1:5000", true)]
    [InlineData("http://[::1]:5000", true)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("http://127.0.0.1@evil.example/", false)]
    [InlineData("http://10.0.0.1/", false)]
    [InlineData("https://smba.trafficmanager.net/teams/", false)]
    public async Task Anonymous_development_talks_to_this_machine_only_and_without_a_token(string url, bool used)
    {
        await using var host = await ActivityHost.StartAsync(
            new(StringComparer.Ordinal) { ["DangerouslyAllowAnonymousOnLoopback"] = "true" }, "Development");
        var guard = host.Get<ServiceUrlGuard>();

        Assert.Equal((used, false), (guard.MayBeUsed(url), guard.MayReceiveToken(url)));
    }

    private static async Task<(bool Used, bool Token)> Ask(string? url, params (string Key, string Value)[] settings)
    {
        var all = ActivityHost.Registered();
        foreach (var (key, value) in settings)
            all[key] = value;
        await using var host = await ActivityHost.StartAsync(all);
        var guard = host.Get<ServiceUrlGuard>();
        return (guard.MayBeUsed(url), guard.MayReceiveToken(url));
    }
}
