using BillingBot.Protocol;

namespace BillingBot.Channels.Activities;

/// <summary>Which fields an activity must have. Unknown types and members pass: the protocol wants them ignored.</summary>
internal static class ActivityRules
{
    /// <summary>Characters of an id, twice what any channel uses: ids are kept in indexes, which have no place for a novel.</summary>
    private const int LongestId = 500;

    /// <summary>Null when the activity is well formed, else what is wrong, in words safe to answer with.</summary>
    public static string? Problem(Activity activity) => activity switch
    {
        { Type: null or "" } => Missing("type"),
        { ChannelId: null or "" } => Missing("channelId"),
        { ServiceUrl: null or "" } => Missing("serviceUrl"),
        { Conversation: null or { Id: null or "" } } => Missing("conversation.id"),
        { From: null or { Id: null or "" } } when NeedsSender(activity.Type) => Missing("from.id"),
        { Type: ActivityTypes.Event or ActivityTypes.Invoke, Name: null or "" } => Missing("name"),
        { Id.Length: > LongestId } => TooLong("id"),
        { ChannelId.Length: > LongestId } => TooLong("channelId"),
        { Conversation.Id.Length: > LongestId } => TooLong("conversation.id"),
        { From.Id.Length: > LongestId } => TooLong("from.id"),
        _ when !ServiceUrlGuard.IsWellFormed(activity.ServiceUrl) => "serviceUrl is not an absolute URL.",
        _ when HoldsNull(activity.MembersAdded) || HoldsNull(activity.MembersRemoved) => "A list of members holds null.",
        _ when HoldsNull(activity.ReactionsAdded) => "reactionsAdded holds null.",
        _ => null,
    };

    private static bool NeedsSender(string type) =>
        type is not (ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate or ActivityTypes.EndOfConversation);

    private static string Missing(string field) => $"{field} is missing.";

    private static string TooLong(string field) => $"{field} has more than {LongestId} characters.";

    // JSON can put null where the type says there is none.
    private static bool HoldsNull<T>(IReadOnlyList<T>? list)
        where T : class => list?.Any(item => item is null) == true;
}
