using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BillingBot.Conversation;

/// <summary>Reads JSON that this or another release has stored.</summary>
internal static class Stored
{
    /// <returns>Null when there is none, or it is not readable by this release.</returns>
    public static T? Read<T>(string? json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
