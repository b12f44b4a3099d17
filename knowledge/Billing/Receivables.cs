using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Billing;

/// <summary>Reads what a customer owes. The customer is part of every query, so a stranger's invoice is not found.</summary>
public sealed class Receivables(IDbContextFactory<BillingDb> factory, HotReads reads)
{
    /// <summary>All issued invoices of a customer with everything booked on them, newest first.</summary>
    /// <param name="customerId">Whose.</param>
    /// <param name="today">The customer's calendar day.</param>
    /// <param name="cancellationToken">The turn's.</param>
    public Task<IReadOnlyList<InvoiceAccount>> AllAsync(string customerId, LocalDate today, CancellationToken cancellationToken) =>
        reads.ReadAsync<IReadOnlyList<InvoiceAccount>>(
            async (db, token) =>
            {
                var invoices = await Whole(Issued(db, customerId, today))
                    .OrderByDescending(invoice => invoice.IssuedOn).ThenByDescending(invoice => invoice.Number)
                    .ToListAsync(token);
                return [.. invoices.Select(invoice => new InvoiceAccount(invoice, today))];
            },
            cancellationToken);

    /// <summary>Names of the issued invoices and their products: enough to understand a question, and cheap.</summary>
    public Task<InvoiceNames> NamesAsync(string customerId, LocalDate today, CancellationToken cancellationToken) => reads.ReadAsync(
        async (db, token) =>
        {
            var issued = Issued(db, customerId, today);
            return new InvoiceNames(
                await issued.OrderByDescending(invoice => invoice.IssuedOn).Select(invoice => invoice.Number).ToListAsync(token),
                await issued.SelectMany(invoice => invoice.Lines).Select(line => line.ProductName).Distinct().ToListAsync(token));
        },
        cancellationToken);

    /// <summary>Payments of which a part waits for the payer to name an invoice, newest first.</summary>
    public async Task<IReadOnlyList<Payment>> UnallocatedAsync(string customerId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Payments.Include(payment => payment.Allocations)
            .Where(payment => payment.CustomerId == customerId
                && payment.Allocations.Sum(allocation => allocation.AmountMinor) < payment.AmountMinor)
            .OrderByDescending(payment => payment.ReceivedOn).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Subscription>> SubscriptionsAsync(string customerId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Subscriptions.Where(subscription => subscription.CustomerId == customerId)
            .OrderBy(subscription => subscription.ProductName).ToListAsync(cancellationToken);
    }

    /// <summary>Only invoices on which more was billed than paid and credited; drafts among them.</summary>
    public static IQueryable<Invoice> WithSomethingOutstanding(IQueryable<Invoice> invoices) => invoices.Where(invoice =>
        invoice.Lines.Sum(line => line.NetMinor + line.TaxMinor)
        > invoice.CreditNotes.Sum(note => note.AmountMinor) + invoice.Allocations.Sum(allocation => allocation.AmountMinor));

    private static IQueryable<Invoice> Issued(BillingDb db, string customerId, LocalDate today) =>
        db.Invoices.Where(invoice => invoice.CustomerId == customerId && invoice.IssuedOn != null && invoice.IssuedOn <= today);

    /// <summary>An invoice with everything that is booked on it.</summary>
    public static IQueryable<Invoice> Whole(IQueryable<Invoice> invoices) => invoices
        .Include(invoice => invoice.Lines.OrderBy(line => line.LineNumber))
        .Include(invoice => invoice.CreditNotes)
        .Include(invoice => invoice.Allocations).ThenInclude(allocation => allocation.Payment)
        .Include(invoice => invoice.Disputes)
        .Include(invoice => invoice.Promises)
        .AsSplitQuery();
}
