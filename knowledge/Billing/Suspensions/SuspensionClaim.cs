namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>A request that is this instance's to carry out until <see cref="SuspensionRequest.NextAttemptAt"/>.</summary>
/// <param name="Request">As claimed; its version must still be so when the end is recorded.</param>
/// <param name="TenantId">The customer's.</param>
/// <param name="Stop">Why it must not be done any more, although an earlier attempt may have done it; null to go on.</param>
public sealed record SuspensionClaim(SuspensionRequest Request, string TenantId, string? Stop);
