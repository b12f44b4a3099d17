namespace BillingBot.Knowledge.Conversations;

/// <summary>The place an inbound message has: a new one, or the one it got the first time.</summary>
public sealed record Claim(long ConversationId, long Sequence, bool IsRepeat);
