using System.Security.Cryptography;
using System.Text;
using BillingBot.Knowledge.Storage;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace BillingBot.Channels.DirectLine;

/// <summary>
/// Signs tokens. Derived from the secret when there is one, so that a new secret ends all tokens; else a random key in
/// the database, so that a restart or a second instance ends none.
/// </summary>
internal sealed class DirectLineKey(KeyStore store, IOptions<DirectLineOptions> options)
{
    private const string Name = "DirectLine";
    private const int KeyBytes = 32;
    private static readonly byte[] Purpose = "BillingBot Direct Line tokens"u8.ToArray();
    private SymmetricSecurityKey? _key;

    public async ValueTask<SymmetricSecurityKey> GetAsync(CancellationToken cancellationToken) =>
        _key ??= new SymmetricSecurityKey(options.Value.Secret is { } secret
            ? HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), KeyBytes, info: Purpose)
            : await store.GetOrCreateAsync(Name, cancellationToken));
}
