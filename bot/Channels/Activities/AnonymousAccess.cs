using System.Net;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.Activities;

/// <summary>
/// The one way in without a token: a developer's tool on the developer's own machine, no app id, Development, and the
/// switch that says it is dangerous.
/// </summary>
internal sealed class AnonymousAccess(IOptions<BotAuthenticationOptions> options, IHostEnvironment environment)
{
    public bool IsOpen { get; } = environment.IsDevelopment()
        && options.Value.DangerouslyAllowAnonymousOnLoopback
        && !options.Value.HasAppId;

    public bool Allows(HttpContext context) => IsOpen && IsLocal(context);

    /// <summary>Whether the request was made on this very machine, and not handed on by a proxy or tunnel.</summary>
    public static bool IsLocal(HttpContext context) =>
        IsLoopback(context.Connection.RemoteIpAddress)
        && IsLoopback(context.Connection.LocalIpAddress)
        && IsLoopbackHost(context.Request.Host.Host)
        && !CameThroughProxy(context.Request.Headers);

    public static bool IsLoopbackHost(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    // A tunnel ends on this machine, so its strangers look like loopback; the headers give them away
    // (X-Original-* is what ASP.NET Core's forwarded headers middleware leaves of them).
    private static bool CameThroughProxy(IHeaderDictionary headers) =>
        headers.ContainsKey("Forwarded")
        || headers.ContainsKey("Via")
        || headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase));
}
