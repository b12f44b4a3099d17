using System.Text.Json.Nodes;

namespace BillingBot.Tests.Host;

/// <summary>What the bot answered to one message.</summary>
internal sealed class BotReplies(JsonArray activities)
{
    public IReadOnlyList<JsonObject> Activities { get; } = [.. activities.Select(activity => activity!.AsObject())];

    /// <summary>All words a customer reads, cards included.</summary>
    public string Text => string.Join('\n', Activities.Select(Words));

    /// <summary>Labels of all buttons.</summary>
    public IReadOnlyList<string> Buttons => [.. Activities.SelectMany(Labels)];

    private static string Words(JsonObject activity)
    {
        var cards = activity["attachments"]?.AsArray().Select(card => Texts(card!["content"])) ?? [];
        return string.Join('\n', new[] { (string?)activity["text"] }.OfType<string>().Concat(cards));
    }

    private static string Texts(JsonNode? node) => node switch
    {
        JsonObject block => string.Join('\n', block
            .Where(member => member.Key is "text" or "title" or "value" or "body" or "facts" or "items" or "columns")
            .Select(member => Texts(member.Value))),
        JsonArray blocks => string.Join('\n', blocks.Select(Texts)),
        JsonValue value => value.ToString(),
        _ => "",
    };

    private static IEnumerable<string> Labels(JsonObject activity)
    {
        var suggested = activity["suggestedActions"]?["actions"]?.AsArray() ?? [];
        var cards = activity["attachments"]?.AsArray()
            .SelectMany(card => (card!["content"]!["actions"] ?? card["content"]!["buttons"])?.AsArray() ?? []) ?? [];
        return suggested.Concat(cards).Select(action => (string)action!["title"]!);
    }
}
