namespace BillingBot.Channels.DirectLine;

/// <summary>Body of tokens/generate; every part is optional.</summary>
internal sealed record TokenParameters(UserAccount? User = null, IReadOnlyList<string>? TrustedOrigins = null);
