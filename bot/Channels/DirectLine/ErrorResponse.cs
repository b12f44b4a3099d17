namespace BillingBot.Channels.DirectLine;

/// <summary>Body of every failed call. Codes are stable, messages are for people.</summary>
internal sealed record ErrorResponse(ErrorDetail Error);
