namespace BillingBot.Skills.Invoice;

/// <summary>What is asked about invoices.</summary>
internal enum InvoiceAspect
{
    Status,

    /// <summary>"Is it paid?", "are we up to date?": yes means that all is paid.</summary>
    IsPaid,

    /// <summary>"Is anything unpaid?": yes means that something is.</summary>
    AnyUnpaid,
    WhenDue,
    HowMuch,

    /// <summary>"What do we owe you?"</summary>
    Owed,
    Lines,
    Payments,
    Why,
    Dispute,
    Promise,
    Copy,
}
