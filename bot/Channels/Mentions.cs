using BillingBot.Protocol;

namespace BillingBot.Channels;

/// <summary>Takes the mention of the bot itself out of a text; the entities say where it is, not the markup.</summary>
internal static class Mentions
{
    public static string Strip(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in activity.Entities ?? [])
        {
            if (mention is { Type: "mention", Mentioned.Id: { } id, Text: { Length: > 0 } words } && id == activity.Recipient?.Id)
            {
                text = text.Replace(words, " ", StringComparison.Ordinal);
            }
        }

        return text.Trim();
    }
}
