namespace BillingBot.Channels.DirectLine;

/// <summary>A user as a caller names them.</summary>
internal sealed record UserAccount(string? Id = null, string? Name = null);
