namespace BillingBot.Knowledge.Conversations;

/// <summary>An outbound message to record.</summary>
/// <param name="Body">See <see cref="Message.Body"/>.</param>
/// <param name="Status">Pending, or Sent where recording it is delivering it.</param>
public sealed record RecordedReply(string Body, MessageStatus Status);
