using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BillingBot.Conversation;

/// <summary>
/// Writes and reads the JSON that the bot stores. What this process has just written it mostly reads again a moment later, from the
/// very same string; then it gets the same immutable object back.
/// </summary>
internal static class Stored
{
    private static readonly ConditionalWeakTable<string, object> Written = [];

    /// <param name="value">Never changed again.</param>
    /// <param name="type">How it is written.</param>
    public static string Write<T>(T value, JsonTypeInfo<T> type)
        where T : class
    {
        var json = JsonSerializer.Serialize(value, type);
        Written.AddOrUpdate(json, value);
        return json;
    }

    /// <returns>Null when there is none, or it is not readable by this release.</returns>
    public static T? Read<T>(string? json, JsonTypeInfo<T> type)
        where T : class
    {
        if (json is null)
        {
            return null;
        }

        try
        {
            return Written.TryGetValue(json, out var written) && written is T known ? known : JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
