using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NodaTime;

namespace BillingBot.Startup;

/// <summary>A .pfx file with which the bot proves who it is.</summary>
internal static class CertificateFile
{
    /// <summary>It can be read, opened with the password, and holds a private key.</summary>
    public static bool IsUsable(string path, string? password) => Read(path, password, certificate => certificate.HasPrivateKey);

    /// <summary>When it ends; null when it cannot be read.</summary>
    public static Instant? EndOf(string path, string? password) => Read<Instant?>(
        path, password, certificate => Instant.FromDateTimeUtc(certificate.NotAfter.ToUniversalTime()));

    /// <returns>The default when the file cannot be read.</returns>
    private static T? Read<T>(string path, string? password, Func<X509Certificate2, T> read)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return read(certificate);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
