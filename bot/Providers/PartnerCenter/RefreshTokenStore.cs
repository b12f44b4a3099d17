using System.Security.Cryptography;
using System.Text;
using BillingBot.Knowledge.Storage;
using Microsoft.Extensions.Options;

namespace BillingBot.Providers.PartnerCenter;

/// <summary>
/// The partner user's newest refresh token. Entra ID hands out a new one with each access token, and the configured one
/// ends after 90 days, so the newest is kept in the database. It is sealed (AES-GCM) under a key derived from the
/// configured token: the database alone opens nothing, and a newly configured token takes the place of what was stored.
/// </summary>
internal sealed class RefreshTokenStore(KeyStore keys, IOptions<PartnerCenterOptions> options)
{
    private const string Name = "PartnerCenter:RefreshToken";
    private const int KeyBytes = 32;
    private static readonly byte[] Purpose = "BillingBot Partner Center refresh token"u8.ToArray();
    private static readonly int NonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagBytes = AesGcm.TagByteSizes.MaxSize;

    private string Configured => options.Value.RefreshToken
        ?? throw new InvalidOperationException("PartnerCenter:RefreshToken was not validated.");

    public async Task<string> GetAsync(CancellationToken cancellationToken) =>
        await keys.FindAsync(Name, cancellationToken) is { } box && Open(box) is { } token ? token : Configured;

    public Task SetAsync(string token, CancellationToken cancellationToken) => keys.SetAsync(Name, Seal(token), cancellationToken);

    private byte[] Seal(string token)
    {
        var plain = Encoding.UTF8.GetBytes(token);
        var box = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = box.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(Key(), TagBytes);
        aes.Encrypt(nonce, plain, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes));
        return box;
    }

    private string? Open(byte[] box)
    {
        if (box.Length < NonceBytes + TagBytes)
            return null;

        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(Key(), TagBytes);
        try
        {
            aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private byte[] Key() =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(Configured), KeyBytes, info: Purpose);
}
