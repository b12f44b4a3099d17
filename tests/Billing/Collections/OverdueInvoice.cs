using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using NodaTime;

namespace BillingBot.Tests.Billing.Collections;

/// <summary>Invoices for tests of what happens when they are not paid.</summary>
internal static class OverdueInvoice
{
    /// <param name="due">The due date; it was issued 30 days before.</param>
    /// <param name="products">A line of 1,200.00 in total for each.</param>
    public static Invoice Due(LocalDate due, params Product[] products) => Of("INV-2026-0142", "contoso", due, products);

    public static Invoice Of(string number, string customerId, LocalDate due, params Product[] products)
    {
        var invoice = new Invoice
        {
            Number = number,
            NumberKey = InvoiceNumbers.Key(number),
            CustomerId = customerId,
            Currency = "USD",
            IssuedOn = due.PlusDays(-30),
            DueOn = due,
        };
        invoice.Lines.AddRange(products.DefaultIfEmpty(Product.Microsoft365).Select((product, index) => new InvoiceLine
        {
            LineNumber = index + 1,
            ProductName = product.ToString(),
            Product = product,
            NetMinor = 100_000,
            TaxMinor = 20_000,
        }));
        return invoice;
    }

    public static Invoice Disputed(this Invoice invoice, LocalDate from, LocalDate? to = null)
    {
        invoice.Disputes.Add(new Dispute { OpenedAt = Noon(from), ClosedAt = to is { } day ? Noon(day) : null });
        return invoice;
    }

    public static Invoice Promised(this Invoice invoice, LocalDate made, LocalDate day)
    {
        invoice.Promises.Add(new PaymentPromise { MadeAt = Noon(made), PromisedOn = day });
        return invoice;
    }

    public static Invoice Paid(this Invoice invoice, LocalDate on, long minor)
    {
        invoice.Allocations.Add(new PaymentAllocation
        {
            AmountMinor = minor,
            Payment = new Payment { Reference = $"R{on:uuuuMMdd}", CustomerId = invoice.CustomerId, ReceivedOn = on, Currency = "USD", AmountMinor = minor },
        });
        return invoice;
    }

    private static Instant Noon(LocalDate day) => day.At(LocalTime.Noon).InUtc().ToInstant();
}
