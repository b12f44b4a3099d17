using System.Text.Json.Nodes;

namespace BillingBot.Tests.Support.Routing;

/// <summary>What a provider's webhook got.</summary>
internal sealed record PostedCase(Uri Address, byte[] Body, string Id, string Timestamp, string Signature)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();
}
