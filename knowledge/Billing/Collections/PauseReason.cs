namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Why the collections clock stands still.</summary>
public enum PauseReason
{
    Dispute,
    Promise,
}
