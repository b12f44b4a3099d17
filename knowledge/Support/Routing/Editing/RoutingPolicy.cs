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
        && (AllowHttpOnLoopback || !uri.IsLoopback)
        && (!IPAddress.TryParse(uri.DnsSafeHost, out var literal) || Allows(literal));

    /// <summary>The same of an address that a host's name stands for, at the moment it is connected to.</summary>
    public bool Allows(IPAddress address) => AllowHttpOnLoopback || !IsNearby(address);

    private static bool IsNearby(IPAddress address) => (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address) is var ip
        && (IPAddress.IsLoopback(ip) || ip.IsIPv6LinkLocal || ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)
            || ip.GetAddressBytes() is [169, 254, _, _]);
}
