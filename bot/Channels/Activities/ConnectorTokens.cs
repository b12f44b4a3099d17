using System.Security.Cryptography.X509Certificates;
using BillingBot.Startup;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace BillingBot.Channels.Activities;

/// <summary>
/// The bot's own tokens for the connector. MSAL keeps them and knows when to renew one; what it gave is given out for a while
/// without asking it, for it computes keys and takes locks each time.
/// </summary>
internal sealed class ConnectorTokens(IOptions<BotAuthenticationOptions> options, IHttpClientFactory http, TimeProvider clock) : IDisposable
{
    public const string HttpClientName = "login";

    /// <summary>Far less than MSAL renews a token before its end.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lazy<CertificateFile?> _certificate = new(() => CertificateFile.At(
        nameof(BotAuthenticationOptions.MicrosoftAppCertificatePath), options.Value.MicrosoftAppCertificatePath, options.Value.MicrosoftAppCertificatePassword));

    private (X509Certificate2? With, Acquire Acquire)? _application;
    private volatile Given? _given;

    private delegate Task<AuthenticationResult> Acquire(bool renew, CancellationToken cancellationToken);

    /// <summary>Null where the bot proves itself otherwise.</summary>
    public CertificateFile? Certificate => _certificate.Value;

    /// <summary>Null when the bot has no identity (anonymous development).</summary>
    /// <param name="refused">A token the connector would not take: it is not given out again.</param>
    /// <exception cref="MsalException">No token could be had.</exception>
    public async Task<string?> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        if (!options.Value.HasAppId)
            return null;
        if (_given is { } given && given.Token != refused && clock.GetElapsedTime(given.At) < Kept)
            return given.Token;

        // One at a time: many conversations that need the first token, or lose theirs at once, ask only once.
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var acquire = Application();
            var result = await acquire(renew: false, cancellationToken);
            if (result.AccessToken == refused)
                result = await acquire(renew: true, cancellationToken);
            _given = new Given(result.AccessToken, clock.GetTimestamp());
            return result.AccessToken;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>Another one when the certificate was changed: MSAL signs with the one it was made with.</summary>
    private Acquire Application()
    {
        var certificate = Certificate?.Needed;
        if (_application is not { } known || !ReferenceEquals(known.With, certificate))
            _application = known = (certificate, Build(options.Value, certificate, new LoginHttp(http)));
        return known.Acquire;
    }

    private static Acquire Build(BotAuthenticationOptions options, X509Certificate2? certificate, LoginHttp http)
    {
        var cloud = BotCloud.Of(options);
        if (options.AppType == BotAppType.UserAssignedMSI)
        {
            var identity = ManagedIdentityApplicationBuilder
                .Create(ManagedIdentityId.WithUserAssignedClientId(options.MicrosoftAppId))
                .WithHttpClientFactory(http)
                .Build();
            return (renew, cancellationToken) => identity
                .AcquireTokenForManagedIdentity(cloud.Resource).WithForceRefresh(renew).ExecuteAsync(cancellationToken);
        }

        // The authority is configured, not discovered, so nothing is learned from asking for it.
        var builder = ConfidentialClientApplicationBuilder.Create(options.MicrosoftAppId)
            .WithAuthority(cloud.Authority, validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(http);
        var application = string.IsNullOrWhiteSpace(options.MicrosoftAppCertificatePath)
            ? builder.WithClientSecret(options.MicrosoftAppPassword).Build()
            : builder.WithCertificate(certificate).Build();
        string[] scopes = [$"{cloud.Resource}/.default"];
        return (renew, cancellationToken) =>
            application.AcquireTokenForClient(scopes).WithForceRefresh(renew).ExecuteAsync(cancellationToken);
    }

    private sealed record Given(string Token, long At);

    private sealed class LoginHttp(IHttpClientFactory http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http.CreateClient(HttpClientName);
    }
}
