namespace BillingBot.Knowledge.Support;

/// <summary>What a plan costs.</summary>
/// <param name="Charge">Null when the plan is included in what the customer buys anyway.</param>
/// <param name="Note">The partner's small print; null for none.</param>
public sealed record SupportPrice(SupportCharge? Charge, LocalizedText? Note);
