using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BillingBot.Channels.DirectLine;

/// <summary>The small optional bodies of the calls about tokens and conversations.</summary>
internal static class Parameters
{
    private const int MaximumLength = 10_000;

    /// <returns>The body; <paramref name="none"/> when there is none; null when it cannot be understood.</returns>
    public static async Task<T?> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, T none, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await RequestBody.ReadAsync(request, MaximumLength, cancellationToken) switch
            {
                null => null,
                var text when string.IsNullOrWhiteSpace(text) => none,
                var text => JsonSerializer.Deserialize(text, type),
            };
        }
        catch (Exception bad) when (bad is JsonException or DecoderFallbackException)
        {
            return null;
        }
    }
}
