using System.Globalization;

namespace BillingBot.Channels.DirectLine;

/// <summary>Ids of activities on this channel.</summary>
internal static class ActivityIds
{
    /// <summary>A recorded message: its place in its conversation.</summary>
    public static string Of(string conversationId, long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversationId}|{sequence:D7}");

    /// <summary>Something that is shown but not recorded.</summary>
    public static string OfPassing(string conversationId) => $"{conversationId}|{Guid.NewGuid():N}";
}
