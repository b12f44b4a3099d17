using System.Net;
using BillingBot.Channels.Activities;
using Microsoft.IdentityModel.Tokens;

namespace BillingBot.Tests.Channels.Activities;

public sealed class ChannelTokenTests : IAsyncLifetime
{
    private const string Metadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    private ActivityHost _host = null!;
    private TestAuthority _authority = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ActivityHost.StartAsync();
        _authority = new TestAuthority(_host.Internet, Metadata, TestKey.First.Published(["msteams", "webchat"]));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public Task A_good_token_lets_the_activity_in() => Answers(HttpStatusCode.Accepted, TestToken.Channel);

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public Task The_longer_RSA_algorithms_are_fine(string algorithm) =>
        Answers(HttpStatusCode.Accepted, TestToken.Channel with { Algorithm = algorithm });

    [Fact]
    public Task The_app_id_compares_without_case() =>
        Answers(HttpStatusCode.Accepted, TestToken.Channel with { Audience = TestToken.AppId.ToUpperInvariant() });

    [Fact]
    public Task A_forged_signature_is_refused() =>
        Answers(HttpStatusCode.Unauthorized, TestToken.Channel with { Key = TestKey.Forger.Private(claimedId: "first") });

    [Theory]
    [InlineData(-4, HttpStatusCode.Accepted)]
    [InlineData(-6, HttpStatusCode.Unauthorized)]
    public Task An_expired_token_is_refused_after_five_minutes_of_grace(int endsIn, HttpStatusCode answer) => Answers(
        answer, TestToken.Channel with { StartsIn = TimeSpan.FromHours(-1), EndsIn = TimeSpan.FromMinutes(endsIn) });

    [Theory]
    [InlineData(4, HttpStatusCode.Accepted)]
    [InlineData(6, HttpStatusCode.Unauthorized)]
    public Task A_token_of_the_future_is_refused_but_for_five_minutes_of_grace(int startsIn, HttpStatusCode answer) =>
        Answers(answer, TestToken.Channel with { StartsIn = TimeSpan.FromMinutes(startsIn) });

    [Fact]
    public Task A_token_without_an_end_is_refused() =>
        Answers(HttpStatusCode.Unauthorized, TestToken.Channel with { EndsIn = null });

    [Fact]
    public Task A_token_without_a_start_is_fine() =>
        Answers(HttpStatusCode.Accepted, TestToken.Channel with { StartsIn = null });

    [Fact]
    public Task An_unsigned_token_is_refused() => Answers(HttpStatusCode.Unauthorized, TestToken.Channel with { Key = null });

    [Fact]
    public async Task A_token_that_says_alg_none_but_names_a_key_is_refused()
    {
        var payload = TestToken.Channel.Write(_host.Clock).Split('.')[1];
        var header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT","kid":"first"}""");

        await Answers(HttpStatusCode.Unauthorized, $"Bearer {header}.{payload}.");
        await Answers(HttpStatusCode.Unauthorized, $"Bearer {header}.{payload}.AAAA");
    }

    [Fact]
    public Task A_token_signed_with_the_public_key_as_a_shared_secret_is_refused() => Answers(
        HttpStatusCode.Unauthorized,
        TestToken.Channel with
        {
            Key = new SymmetricSecurityKey(TestKey.First.Modulus) { KeyId = "first" },
            Algorithm = SecurityAlgorithms.HmacSha256,
        });

    [Fact]
    public Task RSA_with_PSS_padding_is_refused() => Answers(
        HttpStatusCode.Unauthorized, TestToken.Channel with { Algorithm = SecurityAlgorithms.RsaSsaPssSha256 });

    [Fact]
    public async Task A_key_in_the_tokens_own_header_counts_for_nothing()
    {
        var token = TestToken.Channel with
        {
            Key = TestKey.Forger.Private(),
            Headers = TestToken.Bag(
                ("jwk", TestKey.Forger.Published(["msteams"]).ToJsonString()),
                ("jku", "https://forger.example/keys"),
                ("x5u", "https://forger.example/certificate")),
        };

        await Answers(HttpStatusCode.Unauthorized, token);
    }

    [Fact]
    public Task A_critical_header_nobody_understands_is_refused() => Answers(
        HttpStatusCode.Unauthorized,
        TestToken.Channel with { Headers = TestToken.Bag(("crit", new[] { "b64" }), ("b64", false)) });

    [Fact]
    public Task A_token_for_another_bot_is_refused() => Answers(
        HttpStatusCode.Unauthorized, TestToken.Channel with { Audience = "99999999-2222-4333-8444-555555555555" });

    [Theory]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://api.botframework.us")]
    [InlineData("HTTPS://API.BOTFRAMEWORK.COM")]
    [InlineData("https://forger.example")]
    [InlineData(null)]
    public async Task An_unknown_issuer_is_refused_without_fetching_keys(string? issuer)
    {
        await Answers(HttpStatusCode.Unauthorized, TestToken.Channel with { Issuer = issuer });

        Assert.Empty(_host.Internet.Seen);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("https://smba.trafficmanager.net/emea")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData(7)]
    public Task The_serviceurl_claim_must_be_the_activitys(object? claim) =>
        Answers(HttpStatusCode.Unauthorized, TestToken.Channel.With("serviceurl", claim));

    [Fact]
    public async Task A_key_may_only_speak_for_the_channels_it_is_endorsed_for()
    {
        var activity = ActivityPosts.Message();
        activity["channelId"] = "facebook";

        using var answer = await _host.PostAsync(TestToken.Channel, activity);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("not endorsed", _host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public Task Channel_ids_compare_with_case() => AnswersFor("MsTeams", HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_key_without_a_list_of_endorsements_speaks_for_no_channel()
    {
        _authority.Publish(TestKey.First.Published());

        await Answers(HttpStatusCode.Unauthorized, TestToken.Channel);
    }

    [Fact]
    public async Task A_token_that_vouches_for_a_strangers_host_is_still_not_answered()
    {
        var activity = ActivityPosts.Message();
        activity["serviceUrl"] = "https://forger.example/";

        using var answer = await _host.PostAsync(TestToken.Channel.With("serviceurl", "https://forger.example/"), activity);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("AllowedServiceUrlHosts", _host.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer x")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer e30.e30.e30")]
    [InlineData("Bearer e30.W10.AAAA")]
    [InlineData("Bearer eyJpc3MiOjV9.eyJpc3MiOjV9.AAAA")]
    public Task Rubbish_is_refused(string authorization) => Answers(HttpStatusCode.Unauthorized, authorization);

    [Fact]
    public async Task Odd_claim_types_are_refused_and_break_nothing()
    {
        foreach (var payload in (string[])["""{"iss":{"a":1}}""", """{"iss":["https://api.botframework.com"]}""", """{"iss":"https://api.botframework.com","aud":5,"exp":"soon"}""", "[]", "null"])
        {
            var header = Base64UrlEncoder.Encode("""{"alg":"RS256","kid":"first"}""");
            await Answers(HttpStatusCode.Unauthorized, $"Bearer {header}.{Base64UrlEncoder.Encode(payload)}.AAAA");
        }
    }

    [Fact]
    public async Task Neither_the_answer_nor_the_log_shows_the_token()
    {
        var token = (TestToken.Channel with { Audience = "somebody-else" }).Write(_host.Clock);

        using var answer = await _host.PostAsync($"Bearer {token}", ActivityPosts.Message().ToJsonString());

        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var part in token.Split('.'))
        {
            Assert.DoesNotContain(part, body, StringComparison.Ordinal);
            Assert.DoesNotContain(part, _host.Log.All, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("somebody-else", body + _host.Log.All, StringComparison.Ordinal);
        Assert.DoesNotContain("4111", _host.Log.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChannelTokensOnly_keeps_the_channels()
    {
        var settings = ActivityHost.Registered();
        settings[nameof(BotAuthenticationOptions.ChannelTokensOnly)] = "true";
        await using var host = await ActivityHost.StartAsync(settings);
        _ = new TestAuthority(host.Internet, Metadata, TestKey.First.Published(["msteams"]));

        using var answer = await host.PostAsync(TestToken.Channel);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private async Task AnswersFor(string channelId, HttpStatusCode expected)
    {
        var activity = ActivityPosts.Message();
        activity["channelId"] = channelId;
        using var answer = await _host.PostAsync(TestToken.Channel, activity);
        Assert.Equal(expected, answer.StatusCode);
    }

    private Task Answers(HttpStatusCode expected, TestToken token) =>
        Answers(expected, $"Bearer {token.Write(_host.Clock)}");

    private async Task Answers(HttpStatusCode expected, string authorization)
    {
        using var answer = await _host.PostAsync(authorization, ActivityPosts.Message().ToJsonString());
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.Accepted ? 1 : 0, _host.Taken.Count);
    }
}
