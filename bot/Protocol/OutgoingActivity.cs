namespace BillingBot.Protocol;

/// <summary>
/// What the bot sends. A bot never sets timestamp, serviceUrl or callerId; nulls and empty arrays are left out.
/// <c>Id</c> is set only where the bot itself is the channel (Direct Line) or replaces an activity.
/// </summary>
internal sealed record OutgoingActivity
{
    public required string Type { get; init; }
    public string? Id { get; init; }
    public string? ChannelId { get; init; }
    public string? Timestamp { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? ReplyToId { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Locale { get; init; }
    public string? InputHint { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }
}
