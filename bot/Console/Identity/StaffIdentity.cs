using System.Globalization;
using System.Security.Claims;
using BillingBot.Knowledge.Staff;
using NodaTime;

namespace BillingBot.Console.Identity;

/// <summary>A member of staff as a principal: the few claims that the console's cookie carries.</summary>
internal static class StaffIdentity
{
    /// <summary>Scheme of the console's session.</summary>
    public const string Cookie = "Staff";

    /// <summary>Scheme of the sign-in at the partner's identity provider.</summary>
    public const string Oidc = "StaffOidc";

    /// <summary>Value of <see cref="Way"/> of a demo person.</summary>
    public const string Demo = "demo";

    private const string Id = "sub";
    private const string Name = "name";
    private const string Email = "email";
    private const string Role = "role";
    private const string Session = "sid";
    private const string Since = "auth_time";
    private const string Way = "amr";

    /// <param name="user">Who signed in.</param>
    /// <param name="way">How: <see cref="Demo"/> or <see cref="Oidc"/>.</param>
    /// <param name="now">When.</param>
    public static ClaimsPrincipal NewSession(StaffUser user, string way, Instant now)
    {
        var identity = new ClaimsIdentity(Cookie, Name, Role);
        identity.AddClaim(new(Id, user.Id));
        identity.AddClaim(new(Name, user.Name));
        identity.AddClaim(new(Session, Guid.NewGuid().ToString("N")));
        identity.AddClaim(new(Since, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new(Way, way));
        identity.AddClaims(user.Roles.Select(role => new Claim(Role, role.ToString())));
        if (user.Email is { } email)
        {
            identity.AddClaim(new(Email, email));
        }

        return new(identity);
    }

    /// <returns>Null for somebody who is not signed in to the console.</returns>
    public static StaffUser? AsStaff(this ClaimsPrincipal principal) =>
        principal.Identity is ClaimsIdentity { AuthenticationType: Cookie } && principal.FindFirstValue(Id) is { } id
            ? new StaffUser(
                id,
                principal.FindFirstValue(Name) ?? id,
                principal.FindAll(Role).Select(role => Enum.Parse<StaffRole>(role.Value)).ToHashSet())
            {
                Email = principal.FindFirstValue(Email),
            }
            : null;

    public static string? SessionId(this ClaimsPrincipal principal) => principal.FindFirstValue(Session);

    public static bool IsDemo(this ClaimsPrincipal principal) => principal.HasClaim(Way, Demo);

    public static Instant SignedInAt(this ClaimsPrincipal principal) => Instant.FromUnixTimeSeconds(
        long.Parse(principal.FindFirstValue(Since) ?? "0", CultureInfo.InvariantCulture));
}
