using System.Data.Common;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Billing;

/// <summary>Reads what a customer owes. The customer is part of every query, so a stranger's invoice is not found.</summary>
public sealed class Receivables(IDbContextFactory<BillingDb> factory, HotReads reads)
{
    private static readonly HotStatement All = InvoiceRows.Select(InvoiceRows.Issued, values: 2);

    private static readonly HotStatement OfNumber = InvoiceRows.Select($"""{InvoiceRows.Issued} AND i."Number" = @p2""", values: 3);

    private static readonly HotStatement Names = new(
        $"""
        SELECT i."Number" FROM "Invoices" i WHERE {InvoiceRows.Issued} ORDER BY i."IssuedOn" DESC, i."Number" DESC;
        SELECT DISTINCT l."ProductName" FROM "Invoices" i JOIN "InvoiceLine" l ON l."InvoiceId" = i."Id" WHERE {InvoiceRows.Issued};
        """,
        values: 2);

    /// <summary>All issued invoices of a customer with everything booked on them, newest first.</summary>
    /// <param name="customerId">Whose.</param>
    /// <param name="today">The customer's calendar day.</param>
    /// <param name="cancellationToken">The turn's.</param>
    public Task<IReadOnlyList<InvoiceAccount>> AllAsync(string customerId, LocalDate today, CancellationToken cancellationToken) =>
        reads.ReadAsync(async (db, token) => await AccountsAsync(await All.ReadAsync(db, token, customerId, today), today, token), cancellationToken);

    /// <summary>As <see cref="AllAsync"/>, only the one of a number, as printed; none where it is not the customer's.</summary>
    public Task<IReadOnlyList<InvoiceAccount>> OfNumberAsync(string customerId, string number, LocalDate today, CancellationToken cancellationToken) =>
        reads.ReadAsync(async (db, token) => await AccountsAsync(await OfNumber.ReadAsync(db, token, customerId, today, number), today, token), cancellationToken);

    /// <summary>Names of the issued invoices and their products: enough to understand a question, and cheap.</summary>
    public Task<InvoiceNames> NamesAsync(string customerId, LocalDate today, CancellationToken cancellationToken) => reads.ReadAsync(
        async (db, token) =>
        {
            await using var rows = await Names.ReadAsync(db, token, customerId, today);
            var numbers = await TextsAsync(rows, token);
            await rows.NextResultAsync(token);
            return new InvoiceNames(numbers, await TextsAsync(rows, token));
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

    /// <summary>An invoice with everything that is booked on it.</summary>
    public static IQueryable<Invoice> Whole(IQueryable<Invoice> invoices) => invoices
        .Include(invoice => invoice.Lines.OrderBy(line => line.LineNumber))
        .Include(invoice => invoice.CreditNotes)
        .Include(invoice => invoice.Allocations).ThenInclude(allocation => allocation.Payment)
        .Include(invoice => invoice.Disputes)
        .Include(invoice => invoice.Promises)
        .AsSplitQuery();

    private static async Task<IReadOnlyList<InvoiceAccount>> AccountsAsync(DbDataReader rows, LocalDate today, CancellationToken cancellationToken)
    {
        await using (rows)
        {
            return [.. (await InvoiceRows.ReadAsync(rows, cancellationToken)).Select(invoice => new InvoiceAccount(invoice, today))];
        }
    }

    private static async Task<IReadOnlyList<string>> TextsAsync(DbDataReader rows, CancellationToken cancellationToken)
    {
        List<string> texts = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }
}
