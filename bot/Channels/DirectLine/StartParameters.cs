namespace BillingBot.Channels.DirectLine;

/// <summary>Body of starting a conversation; every part is optional, and a token's user goes before the named one.</summary>
internal sealed record StartParameters(UserAccount? User = null, string? Locale = null);
