namespace BillingBot.Channels.DirectLine;

/// <summary>What went wrong.</summary>
internal sealed record ErrorDetail(string Code, string Message);
