using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace BillingBot.Tests.Channels.Activities;

/// <summary>An RSA key pair as an authority holds it. Made once: key generation is slow.</summary>
internal sealed class TestKey(string id)
{
    public static readonly TestKey First = new("first");
    public static readonly TestKey Second = new("second");
    public static readonly TestKey Forger = new("forger");

    private readonly RSA _rsa = RSA.Create(2048);

    public string Id => id;

    /// <summary>The private key; <paramref name="claimedId"/> lies about which key it is.</summary>
    public RsaSecurityKey Private(string? claimedId = null) => new(_rsa) { KeyId = claimedId ?? id };

    public byte[] Modulus => _rsa.ExportParameters(false).Modulus!;

    /// <summary>The key as a JWKS entry.</summary>
    public JsonObject Published(string[]? endorsements = null, string? issuer = null)
    {
        var parameters = _rsa.ExportParameters(false);
        var entry = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["x5t"] = id,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
        if (endorsements is not null)
            entry["endorsements"] = new JsonArray([.. endorsements.Select(channel => JsonValue.Create(channel))]);
        if (issuer is not null)
            entry["issuer"] = issuer;
        return entry;
    }
}
