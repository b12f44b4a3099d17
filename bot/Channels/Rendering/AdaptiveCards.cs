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

    /// <summary>
    /// Text and buttons. A choice with a verb is a universal action: an invoke, whose answer replaces the card. One
    /// without is submitted as its label: Agents Playground knows no imBack, and hero cards cut long labels off.
    /// </summary>
    /// <param name="text">Markdown; null for buttons alone.</param>
    /// <param name="actions">The buttons; may be none.</param>
    /// <param name="language">Language code.</param>
    public static JsonObject OfActions(string? text, IReadOnlyCollection<Choice> actions, string language)
    {
        var frame = Frame(text is null ? [] : [TextBlock(text)], language);
        if (actions.Count > 0)
        {
            frame["actions"] = new JsonArray([.. actions.Select(Action)]);
        }

        return frame;
    }

    private static JsonObject Action(Choice choice)
    {
        var submit = new JsonObject
        {
            ["type"] = "Action.Submit",
            ["title"] = choice.Label,
            ["data"] = Data(choice.Verb ?? Verbs.Say, choice.Verb is null ? choice.Label : choice.Argument),
        };
        return choice.Verb is null ? submit : new JsonObject
        {
            ["type"] = "Action.Execute",
            ["title"] = choice.Label,
            ["verb"] = choice.Verb,
            ["data"] = Data(choice.Verb, choice.Argument),
            ["fallback"] = submit,
        };
    }

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
