using System.Text.Json.Nodes;
using BillingBot.Conversation;

namespace BillingBot.Channels.Rendering;

/// <summary>Adaptive Cards 1.4: the newest version with Action.Execute that all Teams clients show.</summary>
internal static class AdaptiveCards
{
    public static JsonObject OfCard(Card card, string language)
    {
        var body = new JsonArray(TextBlock(card.Title, ("weight", "Bolder"), ("size", "Medium"), ("style", "heading")));
        if (card.Summary is { } summary)
        {
            body.Add(TextBlock(summary, ("size", "Large"), ("color", Colour(card.Tone)), ("weight", "Bolder")));
        }

        if (card.Facts.Count > 0)
        {
            body.Add(new JsonObject
            {
                ["type"] = "FactSet",
                ["facts"] = new JsonArray([.. card.Facts.Select(fact => new JsonObject
                {
                    ["title"] = fact.Label,
                    ["value"] = fact.Value,
                })]),
            });
        }

        if (card.Note is { } note)
        {
            body.Add(TextBlock(note, ("isSubtle", true), ("size", "Small")));
        }

        return Frame(body, language);
    }

    public static JsonObject OfChoices(string? text, IEnumerable<Choice> choices, string language)
    {
        var body = text is null ? new JsonArray() : new JsonArray(TextBlock(text));
        var frame = Frame(body, language);
        frame["actions"] = new JsonArray([.. choices.Select(Action)]);
        return frame;
    }

    /// <summary>A card that only says something, for instance in the place of one whose button was pressed.</summary>
    public static JsonObject OfText(string text, string language) => Frame(new JsonArray(TextBlock(text)), language);

    private static JsonObject Action(Choice choice) => choice.Verb is { } verb
        ? new JsonObject
        {
            ["type"] = "Action.Execute",
            ["title"] = choice.Label,
            ["verb"] = verb,
            ["data"] = Data(verb, choice.Argument),
            ["fallback"] = new JsonObject
            {
                ["type"] = "Action.Submit",
                ["title"] = choice.Label,
                ["data"] = Data(verb, choice.Argument),
            },
        }
        : new JsonObject
        {
            ["type"] = "Action.Submit",
            ["title"] = choice.Label,
            ["data"] = new JsonObject
            {
                ["msteams"] = new JsonObject { ["type"] = "imBack", ["value"] = choice.Label },
            },
        };

    private static JsonObject Data(string verb, string? argument) => new() { ["verb"] = verb, ["argument"] = argument };

    private static JsonObject TextBlock(string text, params (string Key, JsonNode Value)[] more)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true };
        foreach (var (key, value) in more)
        {
            block[key] = value;
        }

        return block;
    }

    private static JsonObject Frame(JsonArray body, string language) => new()
    {
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["type"] = "AdaptiveCard",
        ["version"] = "1.4",
        ["lang"] = language,
        ["body"] = body,
    };

    private static string Colour(CardTone tone) => tone switch
    {
        CardTone.Good => "Good",
        CardTone.Warning => "Warning",
        CardTone.Attention => "Attention",
        _ => "Default",
    };
}
