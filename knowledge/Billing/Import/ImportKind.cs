namespace BillingBot.Knowledge.Billing.Import;

/// <summary>What a file holds, in the order in which files depend on each other.</summary>
public enum ImportKind
{
    Customers,
    Subscriptions,
    Invoices,
    CreditNotes,
    Payments,
}
