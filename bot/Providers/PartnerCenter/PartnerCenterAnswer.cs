using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BillingBot.Providers.PartnerCenter;

/// <summary>Reads Partner Center's answer: a resource, or an error of the form { code, description, data, source }.</summary>
internal static class PartnerCenterAnswer
{
    private const int MaximumBytes = 256 * 1024;
    private const int LongestCode = 100;
    private const int LongestDescription = 1024;
    private const string EtagIsNoLongerValid = "2055";

    // The documentation writes both status and Status.
    private static readonly JsonSerializerOptions AnyCaseOnce = new() { PropertyNameCaseInsensitive = true, AllowDuplicateProperties = false };

    public static async Task<PartnerCenterReply> ReadAsync(
        HttpResponseMessage response, Guid correlationId, TimeProvider clock, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        switch (status)
        {
            case >= 200 and < 300:
                return Json(await BodyAsync(response, cancellationToken)) is { } resource
                    ? new PartnerCenterReply.Resource(resource)
                    : new PartnerCenterReply.Unavailable(null);
            case 409 or 412:
                return new PartnerCenterReply.Stale();
            case 501:
                break;
            case 408 or 429 or >= 500:
                return new PartnerCenterReply.Unavailable(RetryAfter(response.Headers, clock));
        }

        var error = Json(await BodyAsync(response, cancellationToken));
        var code = Text(error, "code", LongestCode) ?? string.Create(CultureInfo.InvariantCulture, $"HTTP {status}");
        return status == 400 && code == EtagIsNoLongerValid
            ? new PartnerCenterReply.Stale()
            : new PartnerCenterReply.Refused(status, code, Message(status, Text(error, "description", LongestDescription), correlationId));
    }

    public static TimeSpan? RetryAfter(HttpResponseHeaders headers, TimeProvider clock)
    {
        var wait = headers.RetryAfter?.Delta ?? headers.RetryAfter?.Date - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static string Message(int status, string? description, Guid correlationId)
    {
        var mend = status switch
        {
            401 => "Partner Center does not accept the bot's sign-in. An administrator must check that the app may use Partner Center and that the partner user still exists.",
            403 => "Partner Center does not allow this. Check that the customer still has a reseller relationship with you and that the partner user has the admin agent role.",
            404 => "Partner Center knows no such subscription of this customer. Check the customer's Microsoft ID and the subscription ID.",
            _ => "Partner Center refused the request. Look at the subscription in Partner Center.",
        };
        return $"{mend}{(description is null ? "" : $" Partner Center says: {description}")} (Correlation ID for Microsoft support: {correlationId}.)";
    }

    /// <summary>Empty when the body is too long or breaks off.</summary>
    private static async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(MaximumBytes, cancellationToken);
            return await response.Content.ReadAsByteArrayAsync(cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return [];
        }
    }

    private static JsonObject? Json(byte[] body)
    {
        // Partner Center starts its bodies with a byte order mark at times.
        var text = body.AsSpan().StartsWith("\uFEFF"u8) ? body.AsSpan(3) : body;
        try
        {
            return JsonSerializer.Deserialize<JsonNode>(text, AnyCaseOnce) as JsonObject;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // No JSON, or a property that stands twice.
            return null;
        }
    }

    /// <summary>Codes come as texts and as numbers.</summary>
    private static string? Text(JsonObject? error, string property, int longest) =>
        error?[property] is JsonValue value && value.ToString() is { Length: > 0 } text
            ? new string([.. text.Where(letter => !char.IsControl(letter)).Take(longest)])
            : null;
}
