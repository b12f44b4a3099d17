namespace BillingBot.Tests.Crash;

/// <summary>A message that the channel took.</summary>
internal sealed record Delivery(string DeliveryId, string ConversationId, string? ReplyToId, string Text);
