using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BillingBot.Tests.Channels.Activities;

/// <summary>A .pfx file that is gone when the test is.</summary>
internal sealed class TestCertificate : IDisposable
{
    public const string Password = "pfx-password";

    public TestCertificate(bool withPrivateKey = true, DateTimeOffset? until = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var from = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var certificate = request.CreateSelfSigned(from, until ?? from.AddYears(80));
        using var publicOnly = X509CertificateLoader.LoadCertificate(certificate.Export(X509ContentType.Cert));
        File.WriteAllBytes(Path, (withPrivateKey ? certificate : publicOnly).Export(X509ContentType.Pfx, Password));
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Guid.NewGuid():N}.pfx");

    public void Dispose() => File.Delete(Path);
}
