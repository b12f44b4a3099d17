using System.Text.Json.Nodes;

namespace BillingBot.Tests.Channels.DirectLine;

/// <summary>Reads activities as Web Chat does.</summary>
internal static class Activities
{
    public static string? Id(this JsonObject activity) => (string?)activity["id"];

    public static string? Text(this JsonObject activity) => (string?)activity["text"];

    public static bool Says(this JsonObject activity, string words) => activity.Text()?.Contains(words, StringComparison.Ordinal) == true;

    public static bool IsFromBot(this JsonObject activity) => (string?)activity["from"]?["role"] == "bot";

    public static bool Answers(this JsonObject activity, string id) => (string?)activity["replyToId"] == id;

    /// <summary>Whether everything said has come back and was answered.</summary>
    public static bool Settled(this IReadOnlyList<JsonObject> activities, int said) =>
        activities.Where(activity => !activity.IsFromBot()).ToList() is { } own
        && own.Count >= said
        && own.TrueForAll(mine => activities.Any(activity => activity.Answers(mine.Id()!)));
}
