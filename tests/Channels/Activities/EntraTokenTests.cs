using System.Net;
using BillingBot.Channels.Activities;

namespace BillingBot.Tests.Channels.Activities;

public sealed class EntraTokenTests
{
    private const string Metadata = "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration";
    private const string OwnTenant = "aaaaaaaa-0000-4000-8000-00000000000a";
    private const string Stranger = "bbbbbbbb-0000-4000-8000-00000000000b";
    private const string KeyForAnyTenant = "https://login.microsoftonline.com/{tenantid}/v2.0";

    [Theory]
    [InlineData("1.0")]
    [InlineData("")]
    public Task The_Emulators_v1_token_lets_the_activity_in(string version) =>
        Answers(HttpStatusCode.Accepted, TestToken.EmulatorV1.With("ver", version));

    [Fact]
    public Task The_Emulators_v2_token_lets_the_activity_in() => Answers(HttpStatusCode.Accepted, TestToken.EmulatorV2);

    [Theory]
    [InlineData(null)]
    [InlineData("3.0")]
    public Task A_missing_or_unknown_version_is_refused(string? version) =>
        Answers(HttpStatusCode.Unauthorized, TestToken.EmulatorV2.With("ver", version));

    [Fact]
    public async Task The_caller_must_be_named_by_the_claim_of_its_version()
    {
        await Answers(HttpStatusCode.Unauthorized, TestToken.EmulatorV1.With("ver", "2.0"));
        await Answers(HttpStatusCode.Unauthorized, TestToken.EmulatorV2.With("ver", "1.0"));
    }

    [Fact]
    public async Task Another_bot_is_refused_since_no_skill_callers_are_allowed()
    {
        await Answers(HttpStatusCode.Unauthorized, TestToken.EmulatorV1.With("appid", Stranger));
        await Answers(HttpStatusCode.Unauthorized, TestToken.EmulatorV2.With("azp", Stranger));
    }

    [Fact]
    public Task A_token_for_another_bot_is_refused() =>
        Answers(HttpStatusCode.Unauthorized, TestToken.EmulatorV2 with { Audience = Stranger });

    [Fact]
    public Task A_forged_token_is_refused() => Answers(
        HttpStatusCode.Unauthorized, TestToken.EmulatorV2 with { Key = TestKey.Forger.Private(claimedId: "first") });

    [Fact]
    public async Task A_foreign_tenant_is_refused_without_fetching_keys()
    {
        await using var host = await StartAsync();
        var token = TestToken.EmulatorV2.With("tid", Stranger) with
        {
            Issuer = $"https://login.microsoftonline.com/{Stranger}/v2.0",
        };

        using var answer = await host.PostAsync(token);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(host.Internet.Seen);
    }

    [Theory]
    [InlineData(Stranger)]
    [InlineData(null)]
    public Task The_tenant_claim_must_fit_the_issuer(string? tenant) =>
        Answers(HttpStatusCode.Unauthorized, TestToken.EmulatorV2.With("tid", tenant));

    [Theory]
    [InlineData(KeyForAnyTenant, HttpStatusCode.Accepted)]
    [InlineData($"https://login.microsoftonline.com/{TestToken.ToolTenant}/v2.0", HttpStatusCode.Accepted)]
    [InlineData($"https://login.microsoftonline.com/{Stranger}/v2.0", HttpStatusCode.Unauthorized)]
    public async Task A_key_published_for_one_tenant_does_not_sign_for_another(string keyIssuer, HttpStatusCode expected)
    {
        await using var host = await StartAsync(keyIssuer: keyIssuer);

        using var answer = await host.PostAsync(TestToken.EmulatorV1);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("SingleTenant")]
    [InlineData("UserAssignedMSI")]
    public async Task The_bots_own_tenant_is_known_in_both_forms(string type)
    {
        await using var host = await StartAsync(("MicrosoftAppType", type), ("MicrosoftAppTenantId", OwnTenant.ToUpperInvariant()));

        using var v1 = await host.PostAsync(
            TestToken.EmulatorV1.With("tid", OwnTenant) with { Issuer = $"https://sts.windows.net/{OwnTenant}/" });
        using var v2 = await host.PostAsync(
            TestToken.EmulatorV2.With("tid", OwnTenant) with { Issuer = $"https://login.microsoftonline.com/{OwnTenant}/v2.0" });

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (v1.StatusCode, v2.StatusCode));
    }

    [Fact]
    public async Task A_tenant_id_left_over_on_a_multi_tenant_bot_opens_nothing()
    {
        await using var host = await StartAsync(("MicrosoftAppTenantId", OwnTenant));

        using var answer = await host.PostAsync(
            TestToken.EmulatorV1.With("tid", OwnTenant) with { Issuer = $"https://sts.windows.net/{OwnTenant}/" });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task ChannelTokensOnly_refuses_them_all()
    {
        await using var host = await StartAsync((nameof(BotAuthenticationOptions.ChannelTokensOnly), "true"));

        using var answer = await host.PostAsync(TestToken.EmulatorV2);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(host.Internet.Seen);
    }

    [Fact]
    public async Task An_activity_with_such_a_token_may_only_name_a_known_host()
    {
        await using var host = await StartAsync();
        var activity = ActivityPosts.Message();
        activity["serviceUrl"] = "https://collector.example/";

        using var answer = await host.PostAsync(TestToken.EmulatorV2, activity);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static async Task Answers(HttpStatusCode expected, TestToken token)
    {
        await using var host = await StartAsync();
        using var answer = await host.PostAsync(token);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.Accepted ? 1 : 0, host.Taken.Count);
    }

    private static Task<ActivityHost> StartAsync(params (string Key, string Value)[] settings) =>
        StartAsync(KeyForAnyTenant, settings);

    private static async Task<ActivityHost> StartAsync(string keyIssuer, params (string Key, string Value)[] settings)
    {
        var all = ActivityHost.Registered();
        foreach (var (key, value) in settings)
            all[key] = value;
        if (all.GetValueOrDefault("MicrosoftAppType") == "UserAssignedMSI")
            all.Remove("MicrosoftAppPassword");
        var host = await ActivityHost.StartAsync(all);
        _ = new TestAuthority(host.Internet, Metadata, TestKey.First.Published(issuer: keyIssuer));
        return host;
    }
}
