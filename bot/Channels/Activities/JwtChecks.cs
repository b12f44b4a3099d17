using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BillingBot.Channels.Activities;

/// <summary>The checks every inbound token must pass: signature by the given key, algorithm, issuer, audience, lifetime.</summary>
internal sealed class JwtChecks(TimeProvider clock)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
    private readonly JsonWebTokenHandler _handler = new();

    /// <summary>The token's claims before anything is checked; null when it is not a signed JWT in the first place.</summary>
    public JsonWebToken? Read(string token)
    {
        if (!_handler.CanReadToken(token))
            return null;
        try
        {
            var jwt = _handler.ReadJsonWebToken(token);
            // A critical header is one the reader must understand, and none is understood here.
            return jwt.IsSigned && !jwt.IsEncrypted && jwt.Kid is { Length: > 0 } && !jwt.TryGetHeaderValue<object>("crit", out _)
                ? jwt
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Null when the token stands, else why it does not.</summary>
    public async Task<string?> RefusalAsync(JsonWebToken token, string issuer, string audience, SigningKey key)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = key.Key,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            ValidIssuer = issuer,
            AudienceValidator = (audiences, _, _) => audiences.Contains(audience, StringComparer.OrdinalIgnoreCase),
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) => IsAlive(notBefore, expires),
        });
        return result.IsValid ? null : result.Exception?.GetType().Name ?? "invalid token";
    }

    // Takes the time from the clock that was passed in; the handler itself would ask the wall clock.
    private bool IsAlive(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + ClockSkew && (notBefore is not { } start || now >= start - ClockSkew);
    }
}
