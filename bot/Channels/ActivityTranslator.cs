using System.Text.Json;
using BillingBot.Conversation;
using BillingBot.Protocol;

namespace BillingBot.Channels;

/// <summary>Puts an authenticated activity in the bot's own terms.</summary>
internal static class ActivityTranslator
{
    public const string ExpectReplies = "expectReplies";

    /// <returns>Null when the activity asks nothing of the bot.</returns>
    public static Incoming? Translate(Activity activity)
    {
        var incoming = new Incoming
        {
            Kind = TurnKind.Message,
            Sender = SenderOf(activity),
            Locale = activity.Locale,
            IsGroup = IsGroup(activity),
            InRequest = activity.DeliveryMode == ExpectReplies ? RepliesInRequest.All : RepliesInRequest.None,
        };
        return activity.Type switch
        {
            ActivityTypes.Message => Said(activity, incoming),
            ActivityTypes.ConversationUpdate => Joined(activity, incoming),
            ActivityTypes.InstallationUpdate when activity.Action is "add" && activity.From?.Id is { } installer =>
                incoming with { Kind = TurnKind.Joined, Joined = [installer] },
            ActivityTypes.MessageReaction when activity.ReactionsAdded is [{ Type: "like" or "heart" }, ..] =>
                incoming with { Kind = TurnKind.Feedback, Action = new TurnAction(Verbs.Helped, null) },
            ActivityTypes.EndOfConversation => incoming with { Kind = TurnKind.Ended },
            ActivityTypes.Invoke => Invokes.Read(activity, incoming),
            _ => null,
        };
    }

    private static Incoming Said(Activity activity, Incoming incoming) => ActionOf(activity.Value) switch
    {
        { Verb: Verbs.Say, Argument: { } label } => incoming with { Text = label },
        var action => incoming with { Text = Mentions.Strip(activity), Action = action },
    };

    /// <summary>A pressed button: <c>{"verb": ..., "argument": ...}</c>, the data of the bot's own cards.</summary>
    public static TurnAction? ActionOf(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } data && Text(data, "verb") is { } verb
            ? new TurnAction(verb, Text(data, "argument"))
            : null;

    internal static string? Text(JsonElement element, string property)
    {
        try
        {
            return element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: JSON lets it pass, no string can hold it.
            return null;
        }
    }

    /// <summary>In a group the bot greets once, when it is added itself; in a chat it greets the person.</summary>
    private static Incoming? Joined(Activity activity, Incoming incoming)
    {
        var added = activity.MembersAdded?.Select(member => member.Id).OfType<string>().ToList() ?? [];
        var bot = activity.Recipient?.Id;
        var greeted = IsGroup(activity) ? added.Where(id => id == bot) : added.Where(id => id != bot);
        return greeted.ToList() is { Count: > 0 } joined ? incoming with { Kind = TurnKind.Joined, Joined = joined } : null;
    }

    /// <summary>Tenant and object id count only on Teams, where the authenticated channel vouches for them.</summary>
    private static Sender SenderOf(Activity activity)
    {
        var sender = new Sender(activity.From?.Id ?? "", SenderNames.Readable(activity.From?.Name));
        return activity.ChannelId == ChannelIds.Teams
            ? sender with { TenantId = TenantOf(activity), ObjectId = activity.From?.AadObjectId }
            : sender;
    }

    private static string? TenantOf(Activity activity) =>
        activity.ChannelData is { ValueKind: JsonValueKind.Object } data
            && data.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == JsonValueKind.Object
            && Text(tenant, "id") is { } id
                ? id
                : activity.Conversation?.TenantId;

    public static bool IsGroup(Activity activity) =>
        activity.Conversation is { ConversationType: "groupChat" or "channel" } or { IsGroup: true };
}
