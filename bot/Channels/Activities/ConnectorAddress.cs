namespace BillingBot.Channels.Activities;

/// <summary>The connector's URLs. Ids are opaque and may hold any character; each becomes exactly one path segment.</summary>
internal static class ConnectorAddress
{
    /// <summary>Null when an id cannot be a path segment.</summary>
    public static Uri? Activities(string serviceUrl, string conversationId) =>
        IsSegment(conversationId) ? new Uri(Address(serviceUrl, conversationId)) : null;

    /// <inheritdoc cref="Activities"/>
    public static Uri? Activity(string serviceUrl, string conversationId, string activityId) =>
        IsSegment(activityId) && IsSegment(conversationId)
            ? new Uri($"{Address(serviceUrl, conversationId)}/{Uri.EscapeDataString(activityId)}")
            : null;

    private static string Address(string serviceUrl, string conversationId) =>
        $"{serviceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversationId)}/activities";

    // Dots survive percent-encoding and would climb out of the conversation.
    private static bool IsSegment(string id) => id is not ("" or "." or "..");
}
