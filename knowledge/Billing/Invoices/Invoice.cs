using BillingBot.Knowledge.Billing.Payments;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>An invoice of the partner's to one customer. Its totals and status are derived: <see cref="InvoiceAccount"/>.</summary>
public sealed class Invoice
{
    public long Id { get; init; }

    /// <summary>As printed, for example <c>INV-2026-0142</c>; unique.</summary>
    public required string Number { get; init; }

    /// <summary>The number as <see cref="InvoiceNumbers.Key"/> makes it, for look-ups.</summary>
    public required string NumberKey { get; init; }
    public required string CustomerId { get; init; }
    public Customer? Customer { get; set; }

    /// <summary>First and last day of what is invoiced, both inclusive; null when there is no period.</summary>
    public LocalDate? PeriodStart { get; set; }
    public LocalDate? PeriodEnd { get; set; }

    /// <summary>Null: a draft.</summary>
    public LocalDate? IssuedOn { get; set; }
    public LocalDate? DueOn { get; set; }

    /// <summary>ISO 4217; every amount of the invoice is in it.</summary>
    public required string Currency { get; set; }
    public List<InvoiceLine> Lines { get; init; } = [];
    public List<CreditNote> CreditNotes { get; init; } = [];
    public List<PaymentAllocation> Allocations { get; init; } = [];
    public List<Dispute> Disputes { get; init; } = [];
    public List<PaymentPromise> Promises { get; init; } = [];
}
