namespace BillingBot.Channels;

/// <summary>Channel ids of the Activity protocol that the bot treats in a way of their own.</summary>
internal static class ChannelIds
{
    public const string DirectLine = "directline";
    public const string Teams = "msteams";
}
