using System.Text.Json.Nodes;
using BillingBot.Conversation;

namespace BillingBot.Channels.Rendering;

/// <summary>The elements of Adaptive Cards that the bot's cards are made of.</summary>
internal static class AdaptiveBlocks
{
    /// <summary>Longer texts of imports are cut: a card has room for a name, not for a page.</summary>
    private const int Longest = 300;

    /// <param name="markdown">Escape what is not meant as Markdown.</param>
    /// <param name="more">Further properties.</param>
    public static JsonObject TextBlock(string markdown, params (string Key, JsonNode Value)[] more)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = markdown, ["wrap"] = true };
        foreach (var (key, value) in more)
        {
            block[key] = value;
        }

        return block;
    }

    public static JsonObject ColumnSet(params JsonNode[] columns) => new() { ["type"] = "ColumnSet", ["columns"] = new JsonArray(columns) };

    /// <param name="width"><c>auto</c> or <c>stretch</c>.</param>
    /// <param name="items">From top to bottom.</param>
    public static JsonObject Column(string width, params JsonNode[] items) =>
        new() { ["type"] = "Column", ["width"] = width, ["items"] = new JsonArray(items) };

    /// <summary>A button of a card, or what pressing a part of it does: says the label as if it had been typed.</summary>
    public static JsonObject Submit(Choice choice) => new()
    {
        ["type"] = "Action.Submit",
        ["title"] = choice.Label,
        ["data"] = Data(choice.Verb ?? Verbs.Say, choice.Verb is null ? choice.Label : choice.Argument),
    };

    public static JsonObject Data(string verb, string? argument) => new() { ["verb"] = verb, ["argument"] = argument };

    /// <summary>Text that may come from an import, safe to show.</summary>
    public static string Plain(string text) =>
        Markdown.EscapeAndUnlink(text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest), "…"));
}
