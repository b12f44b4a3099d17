using System.Collections.Frozen;
using BillingBot.Knowledge.Staff;
using Microsoft.AspNetCore.Components.Authorization;

namespace BillingBot.Console.Identity;

/// <summary>Who acts on this page now; pages hand it to each service they call.</summary>
internal sealed class CurrentStaff(AuthenticationStateProvider authentication)
{
    private static readonly StaffUser Nobody = new("", "", FrozenSet<StaffRole>.Empty);

    /// <summary>They pressed the button: the page gives way to the farewell, and not to another sign-in.</summary>
    public bool IsSigningOut { get; set; }

    /// <returns>Somebody without a role, whom every service refuses, once the session has ended.</returns>
    public async Task<StaffUser> GetAsync() => (await authentication.GetAuthenticationStateAsync()).User.AsStaff() ?? Nobody;
}
