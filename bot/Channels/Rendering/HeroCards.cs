using System.Text.Json.Nodes;
using BillingBot.Conversation;

namespace BillingBot.Channels.Rendering;

/// <summary>Hero cards, for channels without suggested actions.</summary>
internal static class HeroCards
{
    public static JsonObject OfChoices(IReadOnlyCollection<Choice> choices) => new()
    {
        ["buttons"] = new JsonArray([.. choices.Select(choice => new JsonObject
        {
            ["type"] = "imBack",
            ["title"] = choice.Label,
            ["value"] = choice.Label,
        })]),
    };
}
