using System.Globalization;
using System.Net;
using System.Text.Json;
using BillingBot.Protocol;

namespace BillingBot.Channels.Activities;

/// <summary>Reads the connector's answer to a call.</summary>
internal static class ConnectorAnswer
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxCodeLength = 100;

    public static async Task<SendResult> ReadAsync(
        HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (response.IsSuccessStatusCode)
            return new SendResult.Sent(ActivityId(await BodyAsync(response, cancellationToken)));
        switch (response.StatusCode)
        {
            case HttpStatusCode.TooManyRequests:
                return new SendResult.Throttled(RetryAfter(response, clock));
            case HttpStatusCode.RequestTimeout:
            case HttpStatusCode.PreconditionFailed:
            case HttpStatusCode.InternalServerError:
            case HttpStatusCode.BadGateway:
            case HttpStatusCode.ServiceUnavailable:
            case HttpStatusCode.GatewayTimeout:
                return new SendResult.Transient(string.Create(CultureInfo.InvariantCulture, $"HTTP {status}"));
            default:
                var code = ErrorCode(await BodyAsync(response, cancellationToken));
                return status == 403 && code == "MessageWritesBlocked"
                    ? new SendResult.Blocked()
                    : new SendResult.Rejected(status, code);
        }
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider clock)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>Empty when the body is too long or breaks off: the status has said what matters, and treating a
    /// success as a failure would show the message twice.</summary>
    private static async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return [];
        }
    }

    private static string? ActivityId(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonSerializer.Deserialize(body, ProtocolJson.Default.ResourceResponse)?.Id;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? ErrorCode(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
                && error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
                && code.GetString() is { Length: <= MaxCodeLength } text ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
