using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Skills.Invoice;

/// <summary>Which invoices have a said state.</summary>
internal static class SaidStates
{
    public static bool Has(this InvoiceAccount account, SaidState state) => state switch
    {
        SaidState.Unpaid => account.IsUnpaid,
        SaidState.Overdue => account.Status is InvoiceStatus.Overdue,
        SaidState.PartlyPaid => account.IsUnpaid && (account.Paid.Minor > 0 || account.Credited.Minor > 0),
        SaidState.Disputed => account.Status is InvoiceStatus.Disputed,
        SaidState.Credited => account.Status is InvoiceStatus.Credited,
        _ => account.Status is InvoiceStatus.Paid,
    };
}
