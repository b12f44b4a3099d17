using System.Globalization;

namespace BillingBot.Channels.DirectLine;

/// <summary>How far a client has read: the sequence number of the last message it got. Opaque to clients.</summary>
internal static class Watermark
{
    public const long Start = 0;

    /// <returns>Null when the client made it up.</returns>
    public static long? Read(HttpRequest request) => request.Query["watermark"].ToString() switch
    {
        "" or "-" or "null" or "undefined" => Start,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) => sequence,
        _ => null,
    };

    public static string Write(long sequence) => sequence.ToString(CultureInfo.InvariantCulture);

    public static IResult Unreadable() => DirectLineErrors.BadArgument("The watermark is not one that this service gave.");
}
