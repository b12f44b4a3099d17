using System.Collections.Frozen;
using Microsoft.IdentityModel.Tokens;

namespace BillingBot.Channels.Activities;

/// <summary>One key of a published key set.</summary>
/// <param name="Endorsements">The channels the key may speak for; null when the key has no such list.</param>
/// <param name="Issuer">Entra ID: the issuer the key may sign for, with <c>{tenantid}</c> in place of any tenant.</param>
internal sealed record SigningKey(RsaSecurityKey Key, FrozenSet<string>? Endorsements, string? Issuer)
{
    private const string AnyTenant = "{tenantid}";

    public bool Endorses(string? channelId) => channelId is not null && Endorsements?.Contains(channelId) == true;

    /// <summary>A key published for one tenant must not sign for another.</summary>
    public bool MaySignFor(string tenant) =>
        Issuer is null
        || Issuer.Contains(AnyTenant, StringComparison.OrdinalIgnoreCase)
        || Issuer.Contains($"/{tenant}/", StringComparison.OrdinalIgnoreCase);
}
