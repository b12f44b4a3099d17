using System.Net;
using System.Text.Json.Nodes;

namespace BillingBot.Tests.Channels.DirectLine;

/// <summary>An answer of the bot.</summary>
internal sealed record DirectLineCall(HttpStatusCode Status, JsonObject? Body, HttpResponseMessage Response)
{
    public string? ErrorCode => (string?)Body?["error"]?["code"];
    public string Id => (string)Body!["id"]!;
    public string Token => (string)Body!["token"]!;
    public string ConversationId => (string)Body!["conversationId"]!;
    public Uri StreamUrl => new((string)Body!["streamUrl"]!);
    public string Watermark => (string)Body!["watermark"]!;
    public IReadOnlyList<JsonObject> Activities => [.. Body!["activities"]!.AsArray().Select(activity => activity!.AsObject())];
}
