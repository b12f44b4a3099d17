using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace BillingBot.Channels.Activities;

/// <summary>
/// The RSA signing keys of a JWKS document by key id. Read by hand, since JWT libraries drop the Bot Service's
/// <c>endorsements</c> member.
/// </summary>
internal sealed class SigningKeySet(FrozenDictionary<string, SigningKey> keys)
{
    private const int SmallestModulusBytes = 2048 / 8;

    public SigningKey? Find(string keyId) => keys.GetValueOrDefault(keyId);

    /// <exception cref="JsonException">Not a key set, or one without a usable key.</exception>
    public static SigningKeySet Parse(JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object
            || !document.TryGetProperty("keys", out var list)
            || list.ValueKind != JsonValueKind.Array)
        {
            throw new JsonException("The document holds no keys.");
        }

        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var entry in list.EnumerateArray())
        {
            if (Read(entry) is { } key)
                keys.TryAdd(key.Key.KeyId, key);
        }

        return keys.Count > 0
            ? new SigningKeySet(keys.ToFrozenDictionary(StringComparer.Ordinal))
            : throw new JsonException("The document holds no usable key.");
    }

    private static SigningKey? Read(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object
            || Text(entry, "kty") != "RSA"
            || Text(entry, "use") is not (null or "sig")
            || Text(entry, "kid") is not { Length: > 0 } keyId
            || Bytes(entry, "n") is not { Length: >= SmallestModulusBytes } modulus
            || Bytes(entry, "e") is not { Length: > 0 } exponent)
        {
            return null;
        }

        var key = new RsaSecurityKey(new RSAParameters { Modulus = modulus, Exponent = exponent }) { KeyId = keyId };
        return new SigningKey(key, Endorsements(entry), Text(entry, "issuer"));
    }

    private static FrozenSet<string>? Endorsements(JsonElement entry) =>
        entry.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray()
                .Where(channel => channel.ValueKind == JsonValueKind.String)
                .Select(channel => channel.GetString()!)
                .ToFrozenSet(StringComparer.Ordinal)
            : null;

    private static string? Text(JsonElement entry, string name) =>
        entry.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static byte[]? Bytes(JsonElement entry, string name)
    {
        try
        {
            return Text(entry, name) is { } text ? Base64UrlEncoder.DecodeBytes(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
