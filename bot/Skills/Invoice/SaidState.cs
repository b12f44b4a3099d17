namespace BillingBot.Skills.Invoice;

/// <summary>A state that invoices are asked for by.</summary>
internal enum SaidState
{
    /// <summary>Whatever is not paid: open, partly paid, overdue or in dispute.</summary>
    Unpaid,
    Overdue,
    PartlyPaid,
    Disputed,
    Credited,
    Paid,
}
