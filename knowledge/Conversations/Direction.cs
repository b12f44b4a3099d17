namespace BillingBot.Knowledge.Conversations;

/// <summary>Seen from the bot.</summary>
public enum Direction
{
    Inbound,
    Outbound,
}
