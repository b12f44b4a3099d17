namespace BillingBot.Conversation;

/// <summary>The channel that the bot serves itself.</summary>
internal static class OwnChannel
{
    public const string DirectLine = "directline";
}
