using System.Text.Json;

namespace BillingBot.Channels.Activities;

/// <summary>
/// The signing keys behind one OpenID metadata address: fetched on first need, daily, and when a token names a key that
/// is not among them, the last at most every five minutes so that forged tokens cannot make the bot hammer the authority.
/// When a fetch fails the old keys stay in use.
/// </summary>
internal sealed class SigningKeyCache(
    Uri metadataUrl,
    IHttpClientFactory http,
    TimeProvider clock,
    ILogger<SigningKeyCache> logger) : IDisposable
{
    public const string HttpClientName = "openid";

    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(24);
    private static readonly TimeSpan PauseAfterSuccess = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Snapshot? _snapshot;
    private DateTimeOffset _nextAttempt = DateTimeOffset.MinValue;

    public async Task<SigningKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        if (Current(keyId) is { } known)
            return known;

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (Current(keyId) is { } fetchedMeanwhile)
                return fetchedMeanwhile;
            if (clock.GetUtcNow() >= _nextAttempt)
                await RefreshAsync();
            return _snapshot?.Keys.Find(keyId);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private SigningKey? Current(string keyId) =>
        _snapshot is { } snapshot && clock.GetUtcNow() - snapshot.FetchedAt < MaxAge ? snapshot.Keys.Find(keyId) : null;

    private async Task RefreshAsync()
    {
        try
        {
            // Not the request's token: a caller who hangs up must not use up the attempt for everybody.
            _snapshot = new Snapshot(await FetchAsync(CancellationToken.None), clock.GetUtcNow());
            _nextAttempt = clock.GetUtcNow() + PauseAfterSuccess;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException or UriFormatException)
        {
            _nextAttempt = clock.GetUtcNow() + PauseAfterFailure;
            logger.LogError(e, "Signing keys of {Authority} could not be fetched; older keys are kept.", metadataUrl.Host);
        }
    }

    private async Task<SigningKeySet> FetchAsync(CancellationToken cancellationToken)
    {
        using var client = http.CreateClient(HttpClientName);
        using var metadata = JsonDocument.Parse(await client.GetStringAsync(metadataUrl, cancellationToken));
        var keysUrl = KeysUrl(metadata.RootElement);
        using var keys = JsonDocument.Parse(await client.GetStringAsync(keysUrl, cancellationToken));
        return SigningKeySet.Parse(keys.RootElement);
    }

    private Uri KeysUrl(JsonElement metadata)
    {
        var text = metadata.ValueKind == JsonValueKind.Object
            && metadata.TryGetProperty("jwks_uri", out var value)
            && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || (metadataUrl.Scheme == Uri.UriSchemeHttp && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? url
            : throw new JsonException("The metadata names no https address for its keys.");
    }

    private sealed record Snapshot(SigningKeySet Keys, DateTimeOffset FetchedAt);
}
