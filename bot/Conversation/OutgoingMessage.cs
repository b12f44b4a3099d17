namespace BillingBot.Conversation;

/// <summary>A reply and whom it answers: the body of an outbound message row.</summary>
/// <param name="Message">What is said.</param>
/// <param name="To">Who is answered.</param>
/// <param name="ReplyToId">The channel's id of the activity that is answered.</param>
internal sealed record OutgoingMessage(ReplyMessage Message, Sender To, string? ReplyToId);
