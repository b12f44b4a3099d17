using System.Data.Common;
using BillingBot.Knowledge.Storage;

namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>
/// Reads issued invoices whole, as <see cref="Receivables.Whole"/> does: it happens whenever an invoice is asked about, and EF Core
/// takes many times as long. Everything is asked for at once.
/// </summary>
internal static class InvoiceRows
{
    /// <summary>Of a customer (<c>@p0</c>), issued by a day (<c>@p1</c>).</summary>
    public const string Issued = """i."CustomerId" = @p0 AND i."IssuedOn" <= @p1""";

    /// <param name="which">Which rows of <c>"Invoices" i</c>.</param>
    /// <param name="values">How many values that takes.</param>
    public static HotStatement Select(string which, int values) => new(
        $"""
        SELECT i."Id", i."Number", i."NumberKey", i."CustomerId", i."PeriodStart", i."PeriodEnd", i."IssuedOn", i."DueOn", i."Currency"
        FROM "Invoices" i WHERE {which} ORDER BY i."IssuedOn" DESC, i."Number" DESC;
        SELECT l."InvoiceId", l."LineNumber", l."SubscriptionId", l."ProductName", l."Product", l."Description", l."ChargeType", l."Era",
            l."Quantity", l."UnitPrice", l."ChargeStart", l."ChargeEnd", l."ChargedDays", l."CycleDays", l."NetMinor", l."TaxMinor"
        FROM "Invoices" i JOIN "InvoiceLine" l ON l."InvoiceId" = i."Id" WHERE {which} ORDER BY l."InvoiceId", l."LineNumber";
        SELECT n."InvoiceId", n."Id", n."Number", n."IssuedOn", n."AmountMinor", n."Reason"
        FROM "Invoices" i JOIN "CreditNote" n ON n."InvoiceId" = i."Id" WHERE {which} ORDER BY n."Id";
        SELECT a."InvoiceId", a."PaymentId", a."AmountMinor", p."Reference", p."CustomerId", p."ReceivedOn", p."Currency", p."AmountMinor"
        FROM "Invoices" i JOIN "PaymentAllocation" a ON a."InvoiceId" = i."Id" JOIN "Payments" p ON p."Id" = a."PaymentId"
        WHERE {which} ORDER BY a."PaymentId";
        SELECT d."InvoiceId", d."Id", d."PersonId", d."OpenedAt", d."Reason", d."ClosedAt", d."Resolution"
        FROM "Invoices" i JOIN "Dispute" d ON d."InvoiceId" = i."Id" WHERE {which} ORDER BY d."Id";
        SELECT m."InvoiceId", m."Id", m."PersonId", m."MadeAt", m."PromisedOn", m."WithdrawnAt"
        FROM "Invoices" i JOIN "PaymentPromise" m ON m."InvoiceId" = i."Id" WHERE {which} ORDER BY m."Id";
        """,
        values);

    /// <summary>What <see cref="Select"/> found, newest first.</summary>
    public static async Task<IReadOnlyList<Invoice>> ReadAsync(DbDataReader rows, CancellationToken cancellationToken)
    {
        List<Invoice> invoices = [];
        while (await rows.ReadAsync(cancellationToken))
        {
            invoices.Add(InvoiceColumns.Invoice(rows));
        }

        var byId = invoices.ToDictionary(invoice => invoice.Id);
        await BookAsync((invoice, row) => invoice.Lines.Add(InvoiceColumns.Line(row, invoice)));
        await BookAsync((invoice, row) => invoice.CreditNotes.Add(InvoiceColumns.CreditNote(row, invoice)));
        await BookAsync((invoice, row) => invoice.Allocations.Add(InvoiceColumns.Allocation(row, invoice)));
        await BookAsync((invoice, row) => invoice.Disputes.Add(InvoiceColumns.Dispute(row, invoice)));
        await BookAsync((invoice, row) => invoice.Promises.Add(InvoiceColumns.Promise(row, invoice)));
        return invoices;

        async Task BookAsync(Action<Invoice, DbDataReader> book)
        {
            await rows.NextResultAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                // One that was issued since the first rows were read is left to the next message.
                if (byId.TryGetValue(rows.GetInt64(0), out var invoice))
                {
                    book(invoice, rows);
                }
            }
        }
    }
}
