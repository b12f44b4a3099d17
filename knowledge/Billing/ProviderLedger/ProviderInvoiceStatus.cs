namespace BillingBot.Knowledge.Billing.ProviderLedger;

/// <summary>Derived, never stored; see <see cref="ProviderInvoicePosition"/>.</summary>
public enum ProviderInvoiceStatus
{
    Open,
    DueSoon,
    Overdue,

    /// <summary>More than 60 days overdue: Microsoft suspends the partner's account, nothing new can be sold (F14).</summary>
    SuspensionRisk,
    Paid,
}
