using System.Text.Json.Nodes;

namespace BillingBot.Tests.Providers;

/// <summary>A request that reached the fake, with the time by the bot's clock.</summary>
/// <param name="Host">The host the bot believed it called.</param>
internal sealed record SeenCall(
    DateTimeOffset At, string Method, string Host, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}
