using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace BillingBot.Routing;

/// <summary>
/// Signs and checks what goes between the bot and a support provider, as standardwebhooks.com has it: HMAC-SHA256 over
/// "id.timestamp.body", headers <c>webhook-id</c>, <c>webhook-timestamp</c> (Unix seconds), <c>webhook-signature</c>.
/// </summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";
    private const string Version = "v1,";

    /// <summary>How far the clocks of both may differ; older messages may be replayed ones.</summary>
    private static readonly Duration Tolerance = Duration.FromMinutes(5);

    public static string Sign(byte[] key, string id, long timestamp, ReadOnlySpan<byte> body) =>
        Version + Convert.ToBase64String(Hash(key, id, timestamp.ToString(CultureInfo.InvariantCulture), body));

    /// <param name="signatures">As the header has them: one or several, while a secret is being changed.</param>
    public static bool IsGood(byte[] key, string id, string timestamp, string signatures, ReadOnlySpan<byte> body, Instant now)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            || Distance(now, Instant.FromUnixTimeSeconds(seconds)) > Tolerance)
        {
            return false;
        }

        var expected = Hash(key, id, timestamp, body);
        var isGood = false;
        foreach (var signature in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            isGood |= signature.StartsWith(Version, StringComparison.Ordinal) && Matches(expected, signature[Version.Length..]);
        }

        return isGood;
    }

    private static bool Matches(byte[] expected, string signature)
    {
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        return Convert.TryFromBase64String(signature, given, out var length) && CryptographicOperations.FixedTimeEquals(expected, given[..length]);
    }

    private static Duration Distance(Instant left, Instant right) => left > right ? left - right : right - left;

    private static byte[] Hash(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{timestamp}."));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
