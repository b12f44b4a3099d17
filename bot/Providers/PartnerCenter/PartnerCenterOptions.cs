using BillingBot.Knowledge.Articles;

namespace BillingBot.Providers.PartnerCenter;

/// <summary>
/// Section <c>PartnerCenter</c>: Microsoft Entra "app+user" (the secure application model). A class and not a record: a
/// record would print its secrets.
/// </summary>
internal sealed class PartnerCenterOptions
{
    public const string Section = "PartnerCenter";

    /// <summary>False: staff do it by hand in Partner Center.</summary>
    public bool Enabled { get; set; }

    /// <summary>The partner's directory (tenant) id, a GUID.</summary>
    public string? TenantId { get; set; }

    /// <summary>The app (client) id registered for Partner Center, a GUID.</summary>
    public string? AppId { get; set; }

    public string? AppSecret { get; set; }

    /// <summary>A PKCS #12 file (.pfx) with the certificate and its private key; instead of the secret.</summary>
    public string? CertificatePath { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>Of a partner user who signed in with multi-factor authentication and has the admin agent role.</summary>
    public string? RefreshToken { get; set; }

    /// <summary>Where the partner's tenant lives: Public or UsGovernment.</summary>
    public Cloud Cloud { get; set; } = Cloud.Public;

    /// <summary>Instead of the cloud's, for tests and private clouds.</summary>
    public string? BaseAddress { get; set; }

    /// <summary>Instead of the cloud's, without the tenant; for tests and private clouds.</summary>
    public string? LoginAddress { get; set; }
}
