using System.Security.Claims;
using BillingBot.Knowledge.Staff;

namespace BillingBot.Console.Identity;

/// <summary>Reads a person out of an identity provider's claims.</summary>
internal static class ProviderClaims
{
    private const int LongestName = 100;

    public static StaffUser Read(ClaimsPrincipal principal, StaffOidcOptions options)
    {
        // Entra's "sub" differs per application; "oid" is the person's in the whole tenant.
        var id = principal.FindFirstValue("oid") ?? principal.FindFirstValue("sub")
            ?? throw new InvalidOperationException("The identity provider did not say who signed in.");
        var email = principal.FindFirstValue("email");
        var name = principal.FindFirstValue("name") ?? principal.FindFirstValue("preferred_username") ?? email ?? id;
        var roles = principal.FindAll(options.RoleClaim).Select(claim => claim.Value).ToList();
        return new(id, name.Length <= LongestName ? name : name[..LongestName], options.Roles.Of(roles)) { Email = email };
    }
}
