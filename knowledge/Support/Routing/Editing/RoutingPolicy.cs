using System.Net;

namespace BillingBot.Knowledge.Support.Routing.Editing;

/// <summary>What the host allows.</summary>
/// <param name="AllowHttpOnLoopback">Webhooks without TLS to this very machine, for Development.</param>
public sealed record RoutingPolicy(bool AllowHttpOnLoopback)
{
    /// <summary>Whether cases may be posted to the address: never to this very machine, nor to what only machines beside it reach, such as a cloud's metadata.</summary>
    public bool Allows(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (AllowHttpOnLoopback && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && (AllowHttpOnLoopback || !(uri.IsLoopback || IsNearby(uri)));

    private static bool IsNearby(Uri uri) => IPAddress.TryParse(uri.DnsSafeHost, out var host)
        && (host.IsIPv4MappedToIPv6 ? host.MapToIPv4() : host) is var ip
        && (IPAddress.IsLoopback(ip) || ip.IsIPv6LinkLocal || ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)
            || ip.GetAddressBytes() is [169, 254, _, _]);
}
