using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;

namespace BillingBot.Startup;

/// <summary>
/// A .pfx file with which the bot proves who it is. It is read again when it was changed, so a new one in its place needs no
/// restart; one that cannot be used leaves the bot with the one it has.
/// </summary>
/// <param name="setting">The key that names the file.</param>
internal sealed class CertificateFile(string setting, string path, string? password)
{
    private readonly Lock _lock = new();

    /// <summary>By its content: a mounted secret changes behind a link whose time stays the same.</summary>
    private byte[]? _seen;
    private X509Certificate2? _current;
    private bool _isUsable;

    public string Setting => setting;

    /// <summary>The newest that could be used; null while there was none. Those of before are not disposed: somebody may be signing with them.</summary>
    public X509Certificate2? Current
    {
        get
        {
            lock (_lock)
            {
                Look();
                return _current;
            }
        }
    }

    /// <summary>To sign with.</summary>
    /// <exception cref="MsalException">There was none yet that could be used.</exception>
    public X509Certificate2 Needed => Current ?? throw new MsalClientException("certificate_unreadable", $"{setting} names a file that cannot be used.");

    /// <summary>Whether what lies in its place now can be read, opened with the password, and holds a private key.</summary>
    public bool IsUsable
    {
        get
        {
            lock (_lock)
            {
                Look();
                return _isUsable;
            }
        }
    }

    /// <returns>Null where no path is set.</returns>
    public static CertificateFile? At(string setting, string? path, string? password) =>
        string.IsNullOrWhiteSpace(path) ? null : new(setting, path, password);

    private void Look()
    {
        try
        {
            var content = File.ReadAllBytes(path);
            var seen = SHA256.HashData(content);
            if (_seen is not null && seen.AsSpan().SequenceEqual(_seen))
            {
                return;
            }

            (_seen, _isUsable) = (seen, false);
            var certificate = X509CertificateLoader.LoadPkcs12(content, password);
            if (certificate.HasPrivateKey)
            {
                (_current, _isUsable) = (certificate, true);
            }
            else
            {
                certificate.Dispose();
            }
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            _isUsable = false;
            if (e is not CryptographicException)
            {
                _seen = null;
            }
        }
    }
}
