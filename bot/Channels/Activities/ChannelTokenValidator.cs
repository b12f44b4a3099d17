using BillingBot.Protocol;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BillingBot.Channels.Activities;

/// <summary>
/// Tokens of the Bot Service: addressed to this bot, bound to the activity's serviceUrl, and signed by a key endorsed
/// for the activity's channel.
/// </summary>
internal sealed class ChannelTokenValidator(string issuer, string appId, SigningKeyCache keys, JwtChecks checks)
{
    public bool Issued(JsonWebToken token) => string.Equals(token.Issuer, issuer, StringComparison.Ordinal);

    public async Task<TokenVerdict> ValidateAsync(JsonWebToken token, Activity activity, CancellationToken cancellationToken)
    {
        if (await keys.FindAsync(token.Kid, cancellationToken) is not { } key)
            return new TokenVerdict.Refused("unknown signing key");
        if (await checks.RefusalAsync(token, issuer, appId, key) is { } refusal)
            return new TokenVerdict.Refused(refusal);
        if (!token.TryGetPayloadValue<string>("serviceurl", out var serviceUrl) || string.IsNullOrEmpty(serviceUrl))
            return new TokenVerdict.Refused("no serviceurl claim");
        if (!string.Equals(serviceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            return new TokenVerdict.Refused("serviceurl claim differs from the activity");
        return key.Endorses(activity.ChannelId)
            ? new TokenVerdict.Accepted(IsChannel: true)
            : new TokenVerdict.Refused("signing key not endorsed for the channel");
    }
}
