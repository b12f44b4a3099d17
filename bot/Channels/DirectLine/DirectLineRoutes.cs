namespace BillingBot.Channels.DirectLine;

/// <summary>Where Direct Line 3.0 lives.</summary>
internal static class DirectLineRoutes
{
    public const string Base = "/v3/directline";
    public const string ConversationId = "conversationId";
    public const string Conversation = "/conversations/{" + ConversationId + "}";
}
