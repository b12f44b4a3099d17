using System.Net;
using System.Text.Json.Nodes;
using BillingBot.Channels.Activities;

namespace BillingBot.Tests.Channels.Activities;

public sealed class CloudTests
{
    private const string Tenant = "cab8a31a-1906-4287-a0d8-4eef66b95f6e";
    private const string ServiceUrl = "https://smba.infra.gov.teams.microsoft.us/teams";

    [Fact]
    public async Task The_government_cloud_has_its_own_channel_issuer_and_keys()
    {
        await using var host = await StartAsync("ChannelService", "https://botframework.azure.us");
        _ = new TestAuthority(
            host.Internet,
            "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
            TestKey.First.Published(["msteams"]));

        using var government = await host.PostAsync(
            TestToken.Channel.With("serviceurl", ServiceUrl) with { Issuer = "https://api.botframework.us" }, Message());
        using var world = await host.PostAsync(TestToken.Channel.With("serviceurl", ServiceUrl), Message());

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Unauthorized), (government.StatusCode, world.StatusCode));
    }

    [Theory]
    [InlineData($"https://sts.windows.net/{Tenant}/")]
    [InlineData($"https://login.microsoftonline.us/{Tenant}/v2.0")]
    public async Task The_government_cloud_has_its_own_Emulator_issuers_and_keys(string issuer)
    {
        await using var host = await StartAsync("ChannelService", "https://botframework.azure.us");
        _ = new TestAuthority(
            host.Internet,
            $"https://login.microsoftonline.us/{Tenant}/v2.0/.well-known/openid-configuration",
            TestKey.First.Published());

        using var government = await host.PostAsync(TestToken.EmulatorV2.With("tid", Tenant) with { Issuer = issuer }, Message());
        using var world = await host.PostAsync(TestToken.EmulatorV2, Message());

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Unauthorized), (government.StatusCode, world.StatusCode));
    }

    [Fact]
    public async Task A_private_authority_may_be_named()
    {
        await using var host = await StartAsync(
            ("ToBotFromChannelOpenIdMetadataUrl", "http://localhost:5555/openid"),
            ("ToBotFromChannelTokenIssuer", "https://issuer.example"));
        _ = new TestAuthority(host.Internet, "http://localhost:5555/openid", TestKey.First.Published(["msteams"]));

        using var own = await host.PostAsync(
            TestToken.Channel.With("serviceurl", ServiceUrl) with { Issuer = "https://issuer.example" }, Message());
        using var microsoft = await host.PostAsync(TestToken.Channel.With("serviceurl", ServiceUrl), Message());

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Unauthorized), (own.StatusCode, microsoft.StatusCode));
    }

    [Theory]
    [InlineData(null, null, "https://login.microsoftonline.com/botframework.com", "https://api.botframework.com")]
    [InlineData("SingleTenant", null, $"https://login.microsoftonline.com/{Tenant}", "https://api.botframework.com")]
    [InlineData(null, "https://botframework.azure.us", "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us", "https://api.botframework.us")]
    [InlineData("SingleTenant", "https://botframework.azure.us", $"https://login.microsoftonline.us/{Tenant}", "https://api.botframework.us")]
    public void Outbound_tokens_come_from_the_identitys_authority(string? type, string? service, string authority, string resource)
    {
        var cloud = BotCloud.Of(new BotAuthenticationOptions
        {
            MicrosoftAppType = type,
            MicrosoftAppTenantId = Tenant,
            ChannelService = service,
        });

        Assert.Equal((authority, resource), (cloud.Authority.AbsoluteUri, cloud.Resource));
    }

    [Theory]
    [InlineData("https://scope.example")]
    [InlineData("https://scope.example/.default")]
    public void A_configured_scope_is_taken_with_or_without_default(string scope) => Assert.Equal(
        "https://scope.example", BotCloud.Of(new BotAuthenticationOptions { ToChannelFromBotOAuthScope = scope }).Resource);

    private static JsonObject Message()
    {
        var activity = ActivityPosts.Message();
        activity["serviceUrl"] = ServiceUrl;
        return activity;
    }

    private static Task<ActivityHost> StartAsync(string key, string value) => StartAsync((key, value));

    private static Task<ActivityHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var all = ActivityHost.Registered();
        foreach (var (key, value) in settings)
            all[key] = value;
        return ActivityHost.StartAsync(all);
    }
}
