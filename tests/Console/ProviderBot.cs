using System.Net;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace BillingBot.Tests.Console;

/// <summary>A bot in Production whose staff sign in at an <see cref="IdentityProvider"/>, and a browser's cookies.</summary>
internal sealed class ProviderBot : IAsyncDisposable
{
    private readonly HttpClientHandler _handler = new();

    private ProviderBot(IdentityProvider provider, string? database, (string Key, string? Value)[] settings)
    {
        Provider = provider;
        Bot = BotHost.Start(
            database,
            "Production",
            // Tokens are good now by the wall clock, so the bot must live now too.
            services => services.AddSingleton<TimeProvider>(Clock),
            [
                BotHost.NoArticles, ("Support:OfferFile", "Content/demo/offer.yaml"),
                ("Staff:Oidc:Authority", provider.Address), ("Staff:Oidc:ClientId", IdentityProvider.ClientId),
                ("Staff:Oidc:ClientSecret", IdentityProvider.Secret), .. settings,
            ]);
        Browser = new HttpClient(_handler) { BaseAddress = Bot.ClientOptions.BaseAddress };
    }

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());
    public IdentityProvider Provider { get; }
    public BotHost Bot { get; }
    public HttpClient Browser { get; }

    public static async Task<ProviderBot> StartAsync(string? database = null, params (string Key, string? Value)[] settings) =>
        new(await IdentityProvider.StartAsync(), database, settings);

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
        await Bot.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
