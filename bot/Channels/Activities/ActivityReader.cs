using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using BillingBot.Protocol;

namespace BillingBot.Channels.Activities;

/// <summary>Reads an activity from a request: media type, size, JSON, then <see cref="ActivityRules"/>.</summary>
internal static class ActivityReader
{
    public const int MaxBytes = 256 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static async Task<ActivityReading> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!IsJson(request.ContentType))
            return new ActivityReading.WrongMediaType();
        if (request.ContentLength > MaxBytes)
            return new ActivityReading.TooLarge();
        try
        {
            return await ReadBodyAsync(request, cancellationToken) is { } body
                ? Parse(body)
                : new ActivityReading.TooLarge();
        }
        catch (BadHttpRequestException)
        {
            return new ActivityReading.Malformed("The body could not be read.");
        }
    }

    private static ActivityReading Parse(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(ByteOrderMark))
            body = body[ByteOrderMark.Length..];
        try
        {
            var activity = JsonSerializer.Deserialize(body, ProtocolJson.Default.Activity);
            return activity is null
                ? new ActivityReading.Malformed("The body is not an activity.")
                : ActivityRules.Problem(activity) is { } problem
                    ? new ActivityReading.Malformed(problem)
                    : new ActivityReading.Read(activity);
        }
        catch (JsonException)
        {
            return new ActivityReading.Malformed("The body is not the JSON of an activity.");
        }
    }

    /// <summary>Null when the body is longer than <see cref="MaxBytes"/>, whatever its headers promised.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var result = await reader.ReadAsync(cancellationToken);
            var tooLarge = result.Buffer.Length > MaxBytes;
            var body = result.IsCompleted && !tooLarge ? result.Buffer.ToArray() : null;
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (result.IsCompleted || tooLarge)
                return body;
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && string.Equals(type.MediaType, "application/json", StringComparison.OrdinalIgnoreCase)
        && (type.CharSet is null || string.Equals(type.CharSet.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase));
}
