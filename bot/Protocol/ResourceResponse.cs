namespace BillingBot.Protocol;

/// <summary>The connector's answer to a send: the new activity's id, which some channels leave out.</summary>
internal sealed record ResourceResponse(string? Id);
