using BillingBot.Channels.Activities;
using Microsoft.Extensions.Options;

namespace BillingBot.Console.Identity;

/// <summary>How staff get in: by the partner's identity provider; in Development without one, as demo people; else not at all.</summary>
internal sealed class ConsoleAccess(IOptions<StaffOidcOptions> oidc, AnonymousAccess anonymous)
{
    public bool ByProvider { get; } = oidc.Value.IsSet;
    public bool AsDemo { get; } = !oidc.Value.IsSet && anonymous.IsOpen;
    public bool IsOff => !ByProvider && !AsDemo;

    /// <summary>Whether this caller may pick a demo person, and stay one.</summary>
    public bool AllowsDemo(HttpContext context) => AsDemo && anonymous.Allows(context);
}
