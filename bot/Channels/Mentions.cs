using System.Text.Json;
using BillingBot.Protocol;

namespace BillingBot.Channels;

/// <summary>Takes the mention of the bot itself out of a text; the entities say where it is, not the markup.</summary>
internal static class Mentions
{
    public static string Strip(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var entity in activity.Entities ?? [])
        {
            if (Read(entity) is { Mentioned.Id: { } id, Text: { Length: > 0 } words } && id == activity.Recipient?.Id)
            {
                text = text.Replace(words, " ", StringComparison.Ordinal);
            }
        }

        return text.Trim();
    }

    /// <summary>Entities of other types may have any shape and are passed over.</summary>
    private static Entity? Read(JsonElement entity)
    {
        try
        {
            return entity.ValueKind == JsonValueKind.Object && ActivityTranslator.Text(entity, "type") == "mention"
                ? entity.Deserialize(ProtocolJson.Default.Entity)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
