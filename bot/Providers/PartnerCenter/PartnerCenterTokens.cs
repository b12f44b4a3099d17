using System.Security.Cryptography.X509Certificates;
using BillingBot.Startup;
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
    private readonly Lazy<CertificateFile?> _certificate = new(() => CertificateFile.At(
        $"{PartnerCenterOptions.Section}:{nameof(PartnerCenterOptions.CertificatePath)}", options.Value.CertificatePath, options.Value.CertificatePassword));
    private (X509Certificate2? With, IByRefreshToken App)? _app;
    private string? _token;
    private DateTimeOffset _renewAt;

    /// <summary>Null where the app proves itself otherwise.</summary>
    public CertificateFile? Certificate => _certificate.Value;

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
        var result = await App().AcquireTokenByRefreshToken(Scopes, shown).ExecuteAsync(cancellationToken);
        (_token, _renewAt) = (result.AccessToken, result.ExpiresOn - RenewBefore);

        // A caller who gives up now must not lose it.
        if (result.GetRefreshToken() is { } rotated && rotated != shown)
            await refreshTokens.SetAsync(rotated, CancellationToken.None);
    }

    /// <summary>Another one when the certificate was changed: MSAL signs with the one it was made with.</summary>
    private IByRefreshToken App()
    {
        var certificate = Certificate?.Needed;
        if (_app is not { } known || !ReferenceEquals(known.With, certificate))
            _app = known = (certificate, Build(options.Value, certificate, new LoginHttp(http)));
        return known.App;
    }

    private static IByRefreshToken Build(PartnerCenterOptions options, X509Certificate2? certificate, LoginHttp http)
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
            : builder.WithCertificate(certificate);
        return (IByRefreshToken)builder.Build();
    }

    private sealed class LoginHttp(IHttpClientFactory http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http.CreateClient(HttpClientName);
    }
}
