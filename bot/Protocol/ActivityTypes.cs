namespace BillingBot.Protocol;

/// <summary>Activity types of the Activity protocol that the bot acts on; compared ordinally.</summary>
internal static class ActivityTypes
{
    public const string Message = "message";
    public const string ConversationUpdate = "conversationUpdate";
    public const string InstallationUpdate = "installationUpdate";
    public const string Invoke = "invoke";
    public const string MessageReaction = "messageReaction";
    public const string EndOfConversation = "endOfConversation";
    public const string Event = "event";
    public const string Typing = "typing";
}
