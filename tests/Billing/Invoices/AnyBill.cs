using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using NodaTime;

namespace BillingBot.Tests.Billing.Invoices;

/// <summary>An invoice with any lines, sensible or not, and anything booked on it.</summary>
/// <param name="Lines">As they are.</param>
/// <param name="Payments">Amounts allocated, in minor units.</param>
/// <param name="Credits">Amounts of credit notes, in minor units.</param>
/// <param name="DueIn">Days from today to the due date; negative is past.</param>
/// <param name="IssuedIn">Days from today to the issue; null for a draft.</param>
/// <param name="Disputes">Whether each dispute is open.</param>
public sealed record AnyBill(
    IReadOnlyList<InvoiceLine> Lines, IReadOnlyList<long> Payments, IReadOnlyList<long> Credits, int DueIn, int? IssuedIn, IReadOnlyList<bool> Disputes)
{
    public InvoiceAccount Account
    {
        get
        {
            var invoice = new Invoice
            {
                Number = "INV-2026-0001",
                NumberKey = "INV20260001",
                CustomerId = "contoso",
                Currency = "USD",
                IssuedOn = IssuedIn is { } days ? Bill.Today.PlusDays(days) : null,
                DueOn = Bill.Today.PlusDays(DueIn),
            };
            invoice.Lines.AddRange(Lines);
            invoice.Allocations.AddRange(Payments.Select(amount => new PaymentAllocation { AmountMinor = amount }));
            invoice.CreditNotes.AddRange(Credits.Select(amount => new CreditNote { Number = "CN", IssuedOn = Bill.Today, AmountMinor = amount }));
            invoice.Disputes.AddRange(Disputes.Select(isOpen => new Dispute
            {
                OpenedAt = Instant.FromUtc(2026, 11, 1, 0, 0),
                ClosedAt = isOpen ? null : Instant.FromUtc(2026, 11, 2, 0, 0),
            }));
            return new InvoiceAccount(invoice, Bill.Today);
        }
    }
}
