using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;

namespace BillingBot.Cases;

/// <summary>What staff see of the customer beside a case.</summary>
/// <param name="Customer">With time zone and support plan.</param>
/// <param name="Person">Who asked; null when they are not known any more.</param>
/// <param name="Invoices">Newest first, each with status, outstanding amount, open disputes and promises.</param>
/// <param name="Subscriptions">By name.</param>
internal sealed record CustomerPanel(
    Customer Customer, Person? Person, IReadOnlyList<InvoiceAccount> Invoices, IReadOnlyList<Subscription> Subscriptions)
{
    public IEnumerable<(string Invoice, Dispute Dispute)> OpenDisputes => Invoices.SelectMany(account => account.Invoice.Disputes
        .Where(dispute => dispute.ClosedAt is null).Select(dispute => (account.Invoice.Number, dispute)));

    public IEnumerable<(string Invoice, PaymentPromise Promise)> OpenPromises => Invoices.Where(account => account.IsUnpaid)
        .SelectMany(account => account.Invoice.Promises
            .Where(promise => promise.WithdrawnAt is null && promise.PromisedOn >= account.Today).Select(promise => (account.Invoice.Number, promise)));
}
