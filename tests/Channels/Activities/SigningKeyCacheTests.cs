using System.Net;
using BillingBot.Channels.Activities;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Channels.Activities;

public sealed class SigningKeyCacheTests : IAsyncLifetime
{
    private const string Metadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";
    private static readonly string[] Channels = ["msteams"];
    private static readonly TestToken SignedBySecond = TestToken.Channel with { Key = TestKey.Second.Private() };

    private ActivityHost _host = null!;
    private TestAuthority _authority = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ActivityHost.StartAsync();
        _authority = new TestAuthority(_host.Internet, Metadata, TestKey.First.Published(Channels));
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Keys_are_fetched_once_and_kept()
    {
        await Accepts(TestToken.Channel);
        _host.Clock.Advance(TimeSpan.FromHours(23));
        await Accepts(TestToken.Channel);

        Assert.Equal(1, _authority.Fetches);
    }

    [Fact]
    public async Task Many_first_requests_at_once_fetch_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Accepts(TestToken.Channel)));

        Assert.Equal(1, _authority.Fetches);
    }

    [Fact]
    public async Task Keys_are_fetched_again_after_a_day_so_that_a_withdrawn_key_dies()
    {
        await Accepts(TestToken.Channel);
        _authority.Publish(TestKey.Second.Published(Channels));
        _host.Clock.Advance(TimeSpan.FromHours(24));

        await Refuses(TestToken.Channel);
        await Accepts(SignedBySecond);
        Assert.Equal(2, _authority.Fetches);
    }

    [Fact]
    public async Task An_unknown_key_is_looked_for_once()
    {
        await Accepts(TestToken.Channel);
        _authority.Publish(TestKey.First.Published(Channels), TestKey.Second.Published(Channels));
        _host.Clock.Advance(TimeSpan.FromMinutes(6));

        await Accepts(SignedBySecond);
        await Accepts(TestToken.Channel);
        Assert.Equal(2, _authority.Fetches);
    }

    [Fact]
    public async Task Forged_key_ids_cannot_make_the_bot_hammer_the_authority()
    {
        await Accepts(TestToken.Channel);
        _host.Clock.Advance(TimeSpan.FromMinutes(6));

        for (var i = 0; i < 10; i++)
            await Refuses(TestToken.Channel with { Key = TestKey.Forger.Private() });
        Assert.Equal(2, _authority.Fetches);

        _host.Clock.Advance(TimeSpan.FromMinutes(5));
        await Refuses(TestToken.Channel with { Key = TestKey.Forger.Private() });
        Assert.Equal(3, _authority.Fetches);
    }

    [Fact]
    public async Task Old_keys_stay_in_use_while_the_authority_is_down()
    {
        await Accepts(TestToken.Channel);
        _authority.Fail();
        _host.Clock.Advance(TimeSpan.FromHours(25));

        await Accepts(TestToken.Channel);
        await Refuses(SignedBySecond);
        Assert.Contains("could not be fetched", _host.Log.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"keys":[]}""")]
    [InlineData("""{"keys":[{"kty":"EC","kid":"x"},7,{"kty":"RSA","kid":"y","n":"!","e":"AQAB"}]}""")]
    public async Task Rubbish_instead_of_keys_does_not_displace_the_old_ones(string keySet)
    {
        await Accepts(TestToken.Channel);
        _authority.PublishRaw(keySet);
        _host.Clock.Advance(TimeSpan.FromHours(25));

        await Accepts(TestToken.Channel);
    }

    [Fact]
    public async Task Without_any_keys_everything_is_refused_until_they_come()
    {
        _authority.LoseConnection();
        await Refuses(TestToken.Channel);
        await Refuses(TestToken.Channel);
        Assert.Equal(1, _authority.Fetches);

        _authority.Publish(TestKey.First.Published(Channels));
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        await Accepts(TestToken.Channel);
    }

    [Theory]
    [InlineData("http://login.botframework.com/test/keys")]
    [InlineData("http://localhost/test/keys")]
    [InlineData("keys")]
    public async Task Keys_come_over_https_only(string keysUrl)
    {
        _authority.NameKeysAt(keysUrl);

        await Refuses(TestToken.Channel);
        Assert.Single(_host.Internet.Seen);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_does_not_spoil_the_fetch_for_others()
    {
        using var hangsUp = new CancellationTokenSource();
        var answer = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        _host.Internet.OnAsync(HttpMethod.Get, Metadata, async (_, cancellationToken) =>
        {
            asked.TrySetResult();
            await answer.Task.WaitAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("""{"jwks_uri":"https://login.botframework.com/test/keys"}"""),
            };
        });
        var cache = NewCache();
        var first = cache.FindAsync("first", hangsUp.Token);
        await asked.Task;

        await hangsUp.CancelAsync();
        answer.SetResult();
        await first;

        Assert.NotNull(await cache.FindAsync("first", TestContext.Current.CancellationToken));
        Assert.Equal(1, _authority.Fetches);
    }

    private SigningKeyCache NewCache() =>
        ActivatorUtilities.CreateInstance<SigningKeyCache>(
            _host.Get<IServiceProvider>(), new Uri(Metadata));

    private Task Accepts(TestToken token) => Answers(HttpStatusCode.Accepted, token);

    private Task Refuses(TestToken token) => Answers(HttpStatusCode.Unauthorized, token);

    private async Task Answers(HttpStatusCode expected, TestToken token)
    {
        using var answer = await _host.PostAsync(token);
        Assert.Equal(expected, answer.StatusCode);
    }
}
