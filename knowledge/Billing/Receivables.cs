using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Billing;

/// <summary>Reads what a customer owes. The customer is part of every query, so a stranger's invoice is not found.</summary>
public sealed class Receivables(IDbContextFactory<BillingDb> factory)
{
    /// <summary>All issued invoices of a customer with everything booked on them, newest first.</summary>
    /// <param name="customerId">Whose.</param>
    /// <param name="today">The customer's calendar day.</param>
    /// <param name="cancellationToken">The turn's.</param>
    public async Task<IReadOnlyList<InvoiceAccount>> AllAsync(string customerId, LocalDate today, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var invoices = await Whole(db.Invoices)
            .Where(invoice => invoice.CustomerId == customerId && invoice.IssuedOn != null && invoice.IssuedOn <= today)
            .OrderByDescending(invoice => invoice.IssuedOn).ThenByDescending(invoice => invoice.Number)
            .ToListAsync(cancellationToken);
        return [.. invoices.Select(invoice => new InvoiceAccount(invoice, today))];
    }

    public async Task<IReadOnlyList<Subscription>> SubscriptionsAsync(string customerId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Subscriptions.Where(subscription => subscription.CustomerId == customerId)
            .OrderBy(subscription => subscription.ProductName).ToListAsync(cancellationToken);
    }

    /// <summary>An invoice with everything that is booked on it.</summary>
    public static IQueryable<Invoice> Whole(IQueryable<Invoice> invoices) => invoices
        .Include(invoice => invoice.Lines.OrderBy(line => line.LineNumber))
        .Include(invoice => invoice.CreditNotes)
        .Include(invoice => invoice.Allocations).ThenInclude(allocation => allocation.Payment)
        .Include(invoice => invoice.Disputes)
        .Include(invoice => invoice.Promises)
        .AsSplitQuery();
}
