using System.Security.Cryptography;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>The secret that signs what goes to a provider and comes back. Form: standardwebhooks.com, symmetric keys.</summary>
public static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Shortest = 24;
    private const int Longest = 64;

    /// <summary>A new one, to be shown once and handed to the provider.</summary>
    public static string Create() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <returns>The key; null when it is no such secret.</returns>
    public static byte[]? Read(string? secret)
    {
        if (secret is null || !secret.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        Span<byte> key = stackalloc byte[Longest];
        return Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length) && length >= Shortest ? key[..length].ToArray() : null;
    }
}
