using System.Text.Json.Nodes;

namespace BillingBot.Tests.Host;

/// <summary>A call that the bot made to the connector.</summary>
internal sealed record SentActivity(HttpMethod Method, Uri Address, JsonObject Body)
{
    public string? Type => (string?)Body["type"];
    public string? Text => (string?)Body["text"];

    /// <summary>All words a customer reads, cards included.</summary>
    public string AllText => new BotReplies([Body.DeepClone()]).Text;
    public string? ReplyToId => (string?)Body["replyToId"];
    public string? ConversationId => (string?)Body["conversation"]?["id"];
}
