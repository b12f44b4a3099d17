using System.Net;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BillingBot.Tests.Console;

/// <summary>A bot in Production whose staff sign in at an <see cref="IdentityProvider"/>, and a browser's cookies.</summary>
internal sealed class ProviderBot : IAsyncDisposable
{
    private readonly HttpClientHandler _handler = new();

    private readonly bool _isBorrowed;

    private ProviderBot(IdentityProvider provider, BotHost bot, FakeTimeProvider clock, bool isBorrowed)
    {
        (Provider, Bot, Clock, _isBorrowed) = (provider, bot, clock, isBorrowed);
        Browser = new HttpClient(_handler) { BaseAddress = bot.ClientOptions.BaseAddress };
    }

    public FakeTimeProvider Clock { get; }
    public IdentityProvider Provider { get; }
    public BotHost Bot { get; }
    public HttpClient Browser { get; }

    public static async Task<ProviderBot> StartAsync(string? database = null, params (string Key, string? Value)[] settings)
    {
        var provider = await IdentityProvider.StartAsync();
        // Tokens are good now by the wall clock, so the bot must live now too.
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var bot = BotHost.Start(
            database,
            "Production",
            services => services.AddSingleton<TimeProvider>(clock),
            [
                BotHost.NoArticles, ("Support:OfferFile", "Content/demo/offer.yaml"),
                ("Staff:Oidc:Authority", provider.Address), ("Staff:Oidc:ClientId", IdentityProvider.ClientId),
                ("Staff:Oidc:ClientSecret", IdentityProvider.Secret), .. settings,
            ]);
        return new(provider, bot, clock, isBorrowed: false);
    }

    /// <summary>Another browser at the same bot, in which an agent would sign in.</summary>
    public ProviderBot InAnotherBrowser()
    {
        Provider.Roles = IdentityProvider.AnAgent;
        return new(Provider, Bot, Clock, isBorrowed: true);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Browser.GetAsync(path, TestContext.Current.CancellationToken);

    /// <summary>What the browser sends along, to be sent by somebody else.</summary>
    public string Cookies() => _handler.CookieContainer.GetCookieHeader(Browser.BaseAddress!);

    public Cookie Cookie(string name) => _handler.CookieContainer.GetCookies(Browser.BaseAddress!)[name]!;

    /// <summary>A request with cookies that were kept, and no redirects.</summary>
    public async Task<HttpResponseMessage> WithAsync(string cookies, string path)
    {
        using var other = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Browser.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookies.Length > 0)
        {
            request.Headers.Add("Cookie", cookies);
        }

        return await other.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        if (!_isBorrowed)
        {
            await Bot.DisposeAsync();
            await Provider.DisposeAsync();
        }
    }
}
