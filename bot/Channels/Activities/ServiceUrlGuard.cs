using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.Activities;

/// <summary>
/// Which service URLs the bot talks to. Not every token vouches for the activity's serviceUrl, and a bearer token sent
/// to a stranger's host is a stolen one, so the hosts are listed.
/// </summary>
internal sealed class ServiceUrlGuard(IOptions<BotAuthenticationOptions> options, AnonymousAccess anonymous)
{
    // trafficmanager.net itself is missing on purpose: anybody can own a name there.
    private static readonly FrozenSet<string> Hosts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "smba.trafficmanager.net");

    private static readonly string[] Domains =
        ["botframework.com", "botframework.azure.us", "teams.microsoft.com", "teams.microsoft.us"];

    private readonly FrozenSet<string> _configured =
        options.Value.AllowedServiceUrlHosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool MayReceiveToken(string? serviceUrl) =>
        options.Value.HasAppId
        && TryParse(serviceUrl, out var url)
        && url.Scheme == Uri.UriSchemeHttps
        && IsAllowed(url.IdnHost);

    public bool MayBeUsed(string? serviceUrl) =>
        MayReceiveToken(serviceUrl) || (anonymous.IsOpen && IsLoopback(serviceUrl));

    /// <summary>Absolute http or https URL, and nothing in it that could hide another host or target.</summary>
    public static bool IsWellFormed(string? serviceUrl) => TryParse(serviceUrl, out _);

    private static bool IsLoopback(string? serviceUrl) =>
        TryParse(serviceUrl, out var url) && AnonymousAccess.IsLoopbackHost(url.IdnHost);

    private bool IsAllowed(string host) =>
        Hosts.Contains(host)
        || _configured.Contains(host)
        || Array.Exists(Domains, domain =>
            host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
            && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.'));

    private static bool TryParse(string? serviceUrl, out Uri url) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out url!)
        && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url.UserInfo.Length == 0
        && url.Query.Length == 0
        && url.Fragment.Length == 0;
}
