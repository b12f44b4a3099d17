using NodaTime;

namespace BillingBot.Knowledge.Identity;

/// <summary>Somebody typed the code that was sent to the person: in this conversation, under this sender id, for a while.</summary>
public sealed class VerifiedSender
{
    public required long ConversationId { get; init; }
    public required string SenderId { get; init; }
    public required string PersonId { get; set; }
    public required Instant ExpiresAt { get; set; }
}
