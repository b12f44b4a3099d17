namespace BillingBot.Knowledge.Support.Routing.Editing;

/// <summary>What the host allows.</summary>
/// <param name="AllowHttpOnLoopback">Webhooks without TLS to this very machine, for Development.</param>
public sealed record RoutingPolicy(bool AllowHttpOnLoopback)
{
    /// <summary>Whether cases may be posted to the address.</summary>
    public bool Allows(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (AllowHttpOnLoopback && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
