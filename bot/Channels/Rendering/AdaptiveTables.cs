using System.Text.Json.Nodes;
using BillingBot.Conversation;

namespace BillingBot.Channels.Rendering;

/// <summary>
/// A table that a phone can show: of each row the first cell stands left and the last one right, those between beneath
/// them with their headings, which is also what a screen reader needs. Adaptive Cards 1.4 has no table of its own.
/// </summary>
internal static class AdaptiveTables
{
    /// <param name="table">The table.</param>
    /// <param name="shown">How many rows there is room for.</param>
    /// <param name="words">Of the card's language.</param>
    public static JsonObject Of(CardTable table, int shown, CardWords words)
    {
        var items = new JsonArray(Ends(table.Columns, "Small", isSubtle: true, weight: "Default"));
        foreach (var row in table.Rows.Take(shown))
        {
            items.Add(Row(table, row, words));
        }

        if (table.Rows.Count > shown)
        {
            items.Add(AdaptiveBlocks.TextBlock(words.MoreRows(table.Rows.Count - shown), ("isSubtle", true), ("separator", true)));
        }

        return new JsonObject { ["type"] = "Container", ["separator"] = true, ["spacing"] = "Medium", ["items"] = items };
    }

    private static JsonObject Row(CardTable table, CardRow row, CardWords words)
    {
        var items = new JsonArray(Ends(row.Cells, "Default", isSubtle: false, weight: "Bolder", row.Select is null ? "Default" : "Accent"));
        if (words.Joined(Between(table, row, words)) is { Length: > 0 } between)
        {
            items.Add(AdaptiveBlocks.TextBlock(AdaptiveBlocks.Plain(between), ("size", "Small"), ("isSubtle", true), ("spacing", "None")));
        }

        var container = new JsonObject { ["type"] = "Container", ["separator"] = true, ["spacing"] = "Default", ["items"] = items };
        if (row.Select is { } select)
        {
            container["selectAction"] = AdaptiveBlocks.Submit(select);
        }

        return container;
    }

    /// <summary>The cells between the first and the last, each with its heading; empty ones are left out.</summary>
    public static IEnumerable<string> Between(CardTable table, CardRow row, CardWords words) => row.Cells
        .Zip(table.Columns, (cell, heading) => (cell, heading)).Take(row.Cells.Count - 1).Skip(1)
        .Where(pair => pair.cell.Length > 0)
        .Select(pair => pair.heading.Length > 0 ? words.Labelled(pair.heading, pair.cell) : pair.cell);

    private static JsonObject Ends(IReadOnlyList<string> cells, string size, bool isSubtle, string weight, string firstColour = "Default")
    {
        var first = AdaptiveBlocks.Column("stretch", Cell(cells[0], ("color", firstColour)));
        return cells.Count == 1
            ? AdaptiveBlocks.ColumnSet(first)
            : AdaptiveBlocks.ColumnSet(first, AdaptiveBlocks.Column("auto", Cell(cells[^1], ("horizontalAlignment", "Right"))));

        JsonObject Cell(string text, params (string, JsonNode)[] more) => AdaptiveBlocks.TextBlock(
            AdaptiveBlocks.Plain(text), [("size", size), ("isSubtle", isSubtle), ("weight", weight), .. more]);
    }
}
