using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BillingBot.Channels.DirectLine;

/// <summary>Grants as signed JSON Web Tokens. Clients read the <c>user</c> claim, so its name is part of the protocol.</summary>
internal sealed class TokenSigner(DirectLineKey key, TimeProvider time)
{
    private const string Issuer = "BillingBot";
    private const string Conversation = "conv";
    private const string User = "user";
    private const string UserName = "name";
    private const string Person = "person";
    private const string Origins = "origins";
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <param name="grant">What the token allows.</param>
    /// <param name="use">What it is for; it works for nothing else.</param>
    /// <param name="lifetime">From now.</param>
    /// <param name="cancellationToken">Stops waiting for the key.</param>
    public async Task<string> SignAsync(TokenGrant grant, string use, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [Conversation] = grant.ConversationId,
            [User] = grant.UserId,
        };
        if (grant.UserName is { } name)
        {
            claims[UserName] = name;
        }

        if (grant.PersonId is { } person)
        {
            claims[Person] = person;
        }

        if (grant.TrustedOrigins.Count > 0)
        {
            claims[Origins] = string.Join(' ', grant.TrustedOrigins);
        }

        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = use,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(
                await key.GetAsync(cancellationToken), SecurityAlgorithms.HmacSha256),
        });
    }

    public async Task<TokenReading> ReadAsync(string token, string use, CancellationToken cancellationToken)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = use,
            IssuerSigningKey = await key.GetAsync(cancellationToken),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            // The library only knows the wall clock; the time is checked below.
            ValidateLifetime = false,
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt
            || Claim(jwt, Conversation) is not { } conversation || Claim(jwt, User) is not { } user)
        {
            return new TokenReading.Invalid();
        }

        return jwt.ValidTo <= time.GetUtcNow().UtcDateTime
            ? new TokenReading.Expired()
            : new TokenReading.Valid(new TokenGrant(conversation, user)
            {
                UserName = Claim(jwt, UserName),
                PersonId = Claim(jwt, Person),
                TrustedOrigins = Claim(jwt, Origins)?.Split(' ') ?? [],
            });
    }

    private static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) ? value : null;
}
