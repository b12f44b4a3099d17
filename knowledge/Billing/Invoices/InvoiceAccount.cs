using NodaTime;

namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>
/// Where an invoice stands on a day: totals, what was paid and credited, what is outstanding, and the status that
/// follows. Needs the invoice with its lines, credit notes, allocations and disputes.
/// </summary>
/// <param name="Invoice">The invoice with everything booked on it.</param>
/// <param name="Today">The customer's calendar day: an invoice may be paid to the end of its due date there.</param>
public sealed record InvoiceAccount(Invoice Invoice, LocalDate Today)
{
    public Money Net { get; } = Sum(Invoice, Invoice.Lines.Select(line => line.NetMinor));
    public Money Tax { get; } = Sum(Invoice, Invoice.Lines.Select(line => line.TaxMinor));
    public Money Credited { get; } = Sum(Invoice, Invoice.CreditNotes.Select(note => note.AmountMinor));
    public Money Paid { get; } = Sum(Invoice, Invoice.Allocations.Select(allocation => allocation.AmountMinor));
    public Money Total => Net + Tax;

    /// <summary>Negative when more was paid and credited than billed.</summary>
    public Money Outstanding => Total - Credited - Paid;

    public InvoiceStatus Status => this switch
    {
        _ when Invoice.IssuedOn is null || Invoice.IssuedOn > Today => InvoiceStatus.Draft,
        { Outstanding.Minor: <= 0, Paid.Minor: 0, Credited.Minor: > 0 } => InvoiceStatus.Credited,
        { Outstanding.Minor: <= 0 } => InvoiceStatus.Paid,
        _ when Invoice.Disputes.Exists(dispute => dispute.ClosedAt is null) => InvoiceStatus.Disputed,
        _ when Invoice.DueOn < Today => InvoiceStatus.Overdue,
        _ when Paid.Minor > 0 || Credited.Minor > 0 => InvoiceStatus.PartlyPaid,
        _ => InvoiceStatus.Open,
    };

    /// <summary>Issued, and something is still to be paid.</summary>
    public bool IsUnpaid => Status is InvoiceStatus.Open or InvoiceStatus.PartlyPaid or InvoiceStatus.Overdue or InvoiceStatus.Disputed;

    private static Money Sum(Invoice invoice, IEnumerable<long> minors) => new(minors.Sum(), invoice.Currency);
}
