namespace BillingBot.Console.Identity;

/// <summary>Section <c>Staff:Oidc</c>: the identity provider that vouches for the partner's staff.</summary>
internal sealed class StaffOidcOptions
{
    public const string Section = "Staff:Oidc";

    /// <summary>The provider's address, under which <c>/.well-known/openid-configuration</c> lies; null for none.</summary>
    public string? Authority { get; set; }
    public string? ClientId { get; set; }
    public string? ClientSecret { get; set; }

    /// <summary>The claim that says what somebody may do: <c>roles</c>, or <c>groups</c>.</summary>
    public string RoleClaim { get; set; } = "roles";
    public StaffRoleValues Roles { get; set; } = new();

    public bool IsSet => !string.IsNullOrWhiteSpace(Authority);
}
