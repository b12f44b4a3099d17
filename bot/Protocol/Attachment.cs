using System.Text.Json.Nodes;

namespace BillingBot.Protocol;

/// <summary>A card or file on an activity.</summary>
internal sealed record Attachment(string ContentType, JsonObject Content)
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";
    public const string HeroCard = "application/vnd.microsoft.card.hero";
}
