namespace BillingBot.Conversation;

/// <summary>A link from a group to the chat alone with the bot.</summary>
internal sealed class PrivateChat(IConfiguration configuration)
{
    private const string Teams = "msteams";

    /// <summary>Of US Government clouds no deep link is documented that works in all of them.</summary>
    private readonly string? _appId =
        string.IsNullOrEmpty(configuration["ChannelService"]) && Guid.TryParse(configuration["MicrosoftAppId"], out var id) ? id.ToString() : null;

    /// <returns>Null where there is none, or the bot does not know its own id. Source: Teams, "Deep link to a chat".</returns>
    public string? LinkFrom(string channel) =>
        channel == Teams && _appId is not null ? $"https://teams.microsoft.com/l/chat/0/0?users=28:{_appId}" : null;
}
