namespace BillingBot.Knowledge.Staff;

/// <summary>Somebody of the partner's staff, as the identity provider vouches for them at the moment they act.</summary>
/// <param name="Id">The provider's stable id of the person; never shown.</param>
/// <param name="Name">As colleagues and customers read it.</param>
/// <param name="Roles">As the provider gives them; empty: may do nothing.</param>
public sealed record StaffUser(string Id, string Name, IReadOnlySet<StaffRole> Roles)
{
    /// <summary>Where notices may be mailed; null when the provider does not say.</summary>
    public string? Email { get; init; }

    /// <summary>As the audit names them.</summary>
    public string Actor => $"staff:{Name} ({Id})";

    /// <summary>Whether the person has the role, or one that includes it.</summary>
    public bool Is(StaffRole role) => Roles.Contains(role) || Roles.Contains(StaffRole.Administrator)
        || (role == StaffRole.Agent && Roles.Contains(StaffRole.Lead));
}
