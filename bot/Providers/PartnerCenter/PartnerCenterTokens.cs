using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.Extensibility;

namespace BillingBot.Providers.PartnerCenter;

/// <summary>Access tokens of "app+user": the partner user's refresh token and the app's credential exchanged at Entra ID.</summary>
internal sealed class PartnerCenterTokens(
    IOptions<PartnerCenterOptions> options, RefreshTokenStore refreshTokens, IHttpClientFactory http, TimeProvider clock) : IDisposable
{
    public const string HttpClientName = "partner-center-login";

    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);
    private static readonly string[] Scopes = [PartnerCenterEndpoints.Scope];

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lazy<IByRefreshToken> _app = new(() => Build(options.Value, new LoginHttp(http)));
    private string? _token;
    private DateTimeOffset _renewAt;

    /// <param name="refused">A token that Partner Center would not take: it is not given out again.</param>
    /// <exception cref="MsalException">No token could be had.</exception>
    public async Task<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_token is null || _token == refused || clock.GetUtcNow() >= _renewAt)
                await RenewAsync(cancellationToken);
            return _token!;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var shown = await refreshTokens.GetAsync(cancellationToken);
        var result = await _app.Value.AcquireTokenByRefreshToken(Scopes, shown).ExecuteAsync(cancellationToken);
        (_token, _renewAt) = (result.AccessToken, result.ExpiresOn - RenewBefore);

        // A caller who gives up now must not lose it.
        if (result.GetRefreshToken() is { } rotated && rotated != shown)
            await refreshTokens.SetAsync(rotated, CancellationToken.None);
    }

    private static IByRefreshToken Build(PartnerCenterOptions options, LoginHttp http)
    {
        // The authority is configured, not discovered, so nothing is learned from asking for it. MSAL keeps no tokens:
        // the newest refresh token must outlive the process, and expiry follows the bot's clock.
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithAuthority(PartnerCenterEndpoints.Of(options).Authority, validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithCacheOptions(CacheOptions.DisableInternalCacheOptions)
            .WithHttpClientFactory(http, retryOnceOn5xx: false);
        builder = string.IsNullOrWhiteSpace(options.CertificatePath)
            ? builder.WithClientSecret(options.AppSecret)
            : builder.WithCertificate(X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, options.CertificatePassword));
        return (IByRefreshToken)builder.Build();
    }

    private sealed class LoginHttp(IHttpClientFactory http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http.CreateClient(HttpClientName);
    }
}
