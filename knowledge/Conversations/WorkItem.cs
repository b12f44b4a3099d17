namespace BillingBot.Knowledge.Conversations;

/// <summary>A waiting message and the conversation it belongs to.</summary>
public sealed record WorkItem(Conversation Conversation, Message Message);
