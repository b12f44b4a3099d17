namespace BillingBot.Protocol;

/// <summary>Where a conversation is reached. Refreshed by every authenticated inbound activity: ids may change.</summary>
internal sealed record ConversationReference
{
    public required string ChannelId { get; init; }
    public required string ServiceUrl { get; init; }
    public required ConversationAccount Conversation { get; init; }
    public ChannelAccount? Bot { get; init; }
}
