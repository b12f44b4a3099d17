using System.Collections.Frozen;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BillingBot.Channels.Activities;

/// <summary>
/// Tokens of Entra ID that the Emulator or the Agents Playground got with the bot's own credentials. Another bot (a
/// skill caller) comes the same way and is refused: its app id is not this bot's. Issuers are those of known tenants,
/// never widened by what the token says of itself.
/// </summary>
internal sealed class EntraTokenValidator(
    FrozenDictionary<string, string> tenantsByIssuer,
    string appId,
    SigningKeyCache keys,
    JwtChecks checks)
{
    public bool Issued(JsonWebToken token) => tenantsByIssuer.ContainsKey(token.Issuer);

    public async Task<TokenVerdict> ValidateAsync(JsonWebToken token, CancellationToken cancellationToken)
    {
        if (!tenantsByIssuer.TryGetValue(token.Issuer, out var tenant))
            return new TokenVerdict.Refused("unknown issuer");
        if (await keys.FindAsync(token.Kid, cancellationToken) is not { } key)
            return new TokenVerdict.Refused("unknown signing key");
        if (await checks.RefusalAsync(token, token.Issuer, appId, key) is { } refusal)
            return new TokenVerdict.Refused(refusal);
        if (!Same(Claim(token, "tid"), tenant) || !key.MaySignFor(tenant))
            return new TokenVerdict.Refused("tenant does not fit the issuer");

        var caller = Claim(token, "ver") switch
        {
            "" or "1.0" => Claim(token, "appid"),
            "2.0" => Claim(token, "azp"),
            _ => null,
        };
        if (caller is null)
            return new TokenVerdict.Refused("no caller, or unknown token version");
        return Same(caller, appId)
            ? new TokenVerdict.Accepted(IsChannel: false)
            : new TokenVerdict.Refused("the caller is another application");
    }

    private static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    private static bool Same(string? left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
