namespace BillingBot.Conversation;

/// <summary>
/// The channel that the bot serves itself. Its conversations are kept apart from those of Azure's Direct Line, whose
/// activities also say <c>directline</c> but whose replies go out through the connector.
/// </summary>
internal static class OwnChannel
{
    public const string DirectLine = "directline/own";
}
