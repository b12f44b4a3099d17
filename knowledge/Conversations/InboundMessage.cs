namespace BillingBot.Knowledge.Conversations;

/// <summary>An activity to be claimed. See <see cref="Message"/> for the fields.</summary>
public sealed record InboundMessage(
    string Channel, string ChannelConversationId, string Reference, string DedupeKey, string Body)
{
    public string? ChannelActivityId { get; init; }

    /// <summary>Given the message's sequence number, the activity as a Direct Line client sees it.</summary>
    public Func<long, string>? Echo { get; init; }
}
