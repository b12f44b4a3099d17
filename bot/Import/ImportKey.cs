using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace BillingBot.Import;

/// <summary>Knows whether a caller has the key; hashes are compared, so the time it takes tells nothing.</summary>
internal sealed class ImportKey(IOptions<ImportOptions> options)
{
    private readonly byte[]? _hash = options.Value.ApiKey is { } key ? Hash(key) : null;

    public bool IsSet => _hash is not null;

    public bool IsHeldBy(HttpRequest request) =>
        _hash is not null
        && AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
        && string.Equals(header.Scheme, "Bearer", StringComparison.OrdinalIgnoreCase)
        && header.Parameter is { } key
        && CryptographicOperations.FixedTimeEquals(_hash, Hash(key));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
