using System.Text;
using System.Text.Json.Nodes;
using BillingBot.Conversation;

namespace BillingBot.Channels.Rendering;

/// <summary>Adaptive Cards 1.4: the newest version with Action.Execute that all Teams clients show.</summary>
internal static class AdaptiveCards
{
    /// <summary>Bytes. Teams takes messages of about 28 KB; the activity around the card needs some.</summary>
    public const int Largest = 26_000;

    /// <param name="card">Plain text; whatever looks like Markdown in it is shown as it stands.</param>
    /// <param name="actions">Buttons under the card; may be none.</param>
    /// <param name="language">Language code.</param>
    public static JsonObject OfCard(Card card, IReadOnlyCollection<Choice> actions, string language)
    {
        var rows = card.Table?.Rows.Count ?? 0;
        var whole = OfCard(card, rows, actions, language);
        while (rows > 1 && Encoding.UTF8.GetByteCount(whole.ToJsonString()) > Largest)
        {
            rows = Math.Max(1, rows * 4 / 5);
            whole = OfCard(card, rows, actions, language);
        }

        return whole;
    }

    /// <summary>
    /// Text and buttons. A choice with a verb is a universal action: an invoke, whose answer replaces the card. One
    /// without is submitted as its label: Agents Playground knows no imBack, and hero cards cut long labels off.
    /// </summary>
    /// <param name="text">Markdown; null for buttons alone.</param>
    /// <param name="actions">The buttons; may be none.</param>
    /// <param name="language">Language code.</param>
    public static JsonObject OfActions(string? text, IReadOnlyCollection<Choice> actions, string language) =>
        Frame(text is null ? [] : [AdaptiveBlocks.TextBlock(text)], actions, language);

    private static JsonObject OfCard(Card card, int rows, IReadOnlyCollection<Choice> actions, string language)
    {
        var words = CardWords.In(language);
        var body = new JsonArray(Plain(card.Title, ("weight", "Bolder"), ("size", "Medium"), ("style", "heading")));
        if (card.Summary is { } summary)
        {
            body.Add(Plain(summary, ("size", "Large"), ("color", Colour(card.Tone)), ("weight", "Bolder")));
        }

        if (card.Facts.Count > 0)
        {
            body.Add(new JsonObject
            {
                ["type"] = "FactSet",
                ["facts"] = new JsonArray([.. card.Facts.Select(fact => new JsonObject
                {
                    ["title"] = Markdown.Escape(fact.Label),
                    ["value"] = Markdown.Escape(fact.Value),
                })]),
            });
        }

        if (card.Timeline.Count > 0)
        {
            body.Add(AdaptiveTimelines.Of(card.Timeline, words));
        }

        if (card.Table is { Rows.Count: > 0 } table)
        {
            body.Add(AdaptiveTables.Of(table, rows, words));
        }

        if (card.Note is { } note)
        {
            body.Add(Plain(note, ("isSubtle", true), ("size", "Small")));
        }

        return Frame(body, actions, language);
    }

    private static JsonObject Action(Choice choice) => choice.Verb is null ? AdaptiveBlocks.Submit(choice) : new JsonObject
    {
        ["type"] = "Action.Execute",
        ["title"] = choice.Label,
        ["verb"] = choice.Verb,
        ["data"] = AdaptiveBlocks.Data(choice.Verb, choice.Argument),
        ["fallback"] = AdaptiveBlocks.Submit(choice),
    };

    private static JsonObject Plain(string text, params (string Key, JsonNode Value)[] more) =>
        AdaptiveBlocks.TextBlock(Markdown.Escape(text), more);

    private static JsonObject Frame(JsonArray body, IReadOnlyCollection<Choice> actions, string language)
    {
        var frame = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["lang"] = language,
            ["body"] = body,
        };
        if (actions.Count > 0)
        {
            frame["actions"] = new JsonArray([.. actions.Select(Action)]);
        }

        return frame;
    }

    private static string Colour(CardTone tone) => tone switch
    {
        CardTone.Good => "Good",
        CardTone.Warning => "Warning",
        CardTone.Attention => "Attention",
        _ => "Default",
    };
}
