namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>How an attempt ended.</summary>
/// <param name="State">CarryingOut: it is to be tried again.</param>
/// <param name="Answer">For staff.</param>
/// <param name="RetryAfter">At the earliest.</param>
public sealed record SuspensionEnding(SuspensionState State, string Answer, TimeSpan? RetryAfter = null);
