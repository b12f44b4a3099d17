namespace BillingBot.Channels.Activities;

/// <summary>The connector's URLs. Ids are opaque and may hold any character; each becomes exactly one path segment.</summary>
internal static class ConnectorAddress
{
    /// <summary>Null when an id cannot be a path segment.</summary>
    public static Uri? Activities(string serviceUrl, string conversationId) =>
        IsSegment(conversationId)
            ? new Uri($"{serviceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversationId)}/activities")
            : null;

    /// <inheritdoc cref="Activities"/>
    public static Uri? Activity(string serviceUrl, string conversationId, string activityId) =>
        IsSegment(activityId) && Activities(serviceUrl, conversationId) is { } activities
            ? new Uri($"{activities.AbsoluteUri}/{Uri.EscapeDataString(activityId)}")
            : null;

    // Dots survive percent-encoding and would climb out of the conversation.
    private static bool IsSegment(string id) => id is not ("" or "." or "..");
}
