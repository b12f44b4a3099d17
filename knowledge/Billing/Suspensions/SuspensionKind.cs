namespace BillingBot.Knowledge.Billing.Suspensions;

public enum SuspensionKind
{
    Suspend,

    /// <summary>Takes a suspension back.</summary>
    Reactivate,
}
