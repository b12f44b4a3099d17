using System.Text.Json.Nodes;
using BillingBot.Conversation;

namespace BillingBot.Channels.Rendering;

/// <summary>A timeline, step under step: a sign, what it is, then when and where it stands in words. Fits a phone.</summary>
internal static class AdaptiveTimelines
{
    public static JsonObject Of(IReadOnlyList<TimelineStep> steps, CardWords words) => new()
    {
        ["type"] = "Container",
        ["separator"] = true,
        ["spacing"] = "Medium",
        ["items"] = new JsonArray([.. steps.Select(step => Step(step, words))]),
    };

    private static JsonObject Step(TimelineStep step, CardWords words)
    {
        var isCurrent = step.State is StepState.Current;
        List<JsonNode> said =
        [
            AdaptiveBlocks.TextBlock(AdaptiveBlocks.Plain(step.What), ("weight", isCurrent ? "Bolder" : "Default")),
            AdaptiveBlocks.TextBlock(
                AdaptiveBlocks.Plain(words.WhenAndState(step)), ("size", "Small"), ("isSubtle", !isCurrent), ("spacing", "None")),
        ];
        if (step.Detail is { } detail)
        {
            said.Add(AdaptiveBlocks.TextBlock(AdaptiveBlocks.Plain(detail), ("size", "Small"), ("isSubtle", true), ("spacing", "None")));
        }

        var set = AdaptiveBlocks.ColumnSet(
            AdaptiveBlocks.Column("auto", AdaptiveBlocks.TextBlock(CardWords.Sign(step.State), ("color", Colour(step.State)))),
            AdaptiveBlocks.Column("stretch", [.. said]));
        set["spacing"] = "Small";
        return set;
    }

    private static string Colour(StepState state) => state switch
    {
        StepState.Done => "Good",
        StepState.Current => "Accent",
        _ => "Default",
    };
}
