using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NodaTime;

namespace BillingBot.Startup;

/// <summary>A .pfx file with which the bot proves who it is.</summary>
internal static class CertificateFile
{
    /// <summary>It can be read, opened with the password, and holds a private key.</summary>
    public static bool IsUsable(string path, string? password)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return certificate.HasPrivateKey;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>When it ends; null when it cannot be read.</summary>
    public static Instant? EndOf(string path, string? password)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, password);
            return Instant.FromDateTimeUtc(certificate.NotAfter.ToUniversalTime());
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
