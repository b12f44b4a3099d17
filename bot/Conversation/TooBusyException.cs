namespace BillingBot.Conversation;

/// <summary>So much waits already that this is not taken; whoever sent it may send it again. Nothing was claimed.</summary>
internal sealed class TooBusyException() : Exception("Too many conversations wait for their turn.");
