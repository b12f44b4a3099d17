namespace BillingBot.Knowledge.Conversations;

/// <summary>So much waits already, or the database answers so late, that this is not taken now; whoever sent it may send it again.</summary>
public sealed class TooBusyException() : Exception("The bot cannot take more at the moment.");
