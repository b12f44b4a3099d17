namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>Derived from what was booked, never stored; see <see cref="InvoiceAccount"/>.</summary>
public enum InvoiceStatus
{
    /// <summary>Not issued yet.</summary>
    Draft,

    /// <summary>Issued, nothing paid, not yet past the due date.</summary>
    Open,

    /// <summary>Part of it is paid or credited, the rest is not yet past the due date.</summary>
    PartlyPaid,
    Paid,

    /// <summary>Something is outstanding after the due date.</summary>
    Overdue,

    /// <summary>Cancelled by credit notes.</summary>
    Credited,

    /// <summary>Something is outstanding, and the customer disputes it.</summary>
    Disputed,
}
