using BillingBot.Protocol;
using Microsoft.Extensions.Options;

namespace BillingBot.Channels.Activities;

/// <summary>Sorts an inbound token by the issuer it claims; an issuer nobody knows is refused before any key is fetched.</summary>
internal sealed class InboundTokens(
    IOptions<BotAuthenticationOptions> options,
    ChannelTokenValidator channel,
    EntraTokenValidator entra,
    JwtChecks checks)
{
    public async Task<TokenVerdict> ValidateAsync(string token, Activity activity, CancellationToken cancellationToken)
    {
        if (!options.Value.HasAppId)
            return new TokenVerdict.Refused("MicrosoftAppId is not set, so nobody is let in");
        if (checks.Read(token) is not { } jwt)
            return new TokenVerdict.Refused("not a signed token");
        if (channel.Issued(jwt))
            return await channel.ValidateAsync(jwt, activity, cancellationToken);
        if (!entra.Issued(jwt))
            return new TokenVerdict.Refused("unknown issuer");
        return options.Value.ChannelTokensOnly
            ? new TokenVerdict.Refused("ChannelTokensOnly is set")
            : await entra.ValidateAsync(jwt, cancellationToken);
    }
}
