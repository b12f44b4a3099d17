using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Invoices, one row a line. One that is paid or credited in part is not changed any more.</summary>
internal sealed class InvoiceImport : RecordImport<Invoice>
{
    public override ImportKind Kind => ImportKind.Invoices;
    public override Sheet Sheet => InvoiceSheet.Sheet;
    public override string Noun => "invoice";
    public override Column Key => InvoiceSheet.Number;
    public override Column? Customer => InvoiceSheet.Customer;
    public override IReadOnlyList<Column> Repeated => InvoiceSheet.Repeated;

    public override string Identity(string key) => InvoiceNumbers.Key(key);

    public override Invoice? Read(IReadOnlyList<CsvRow> rows, string customerId, ImportNotes notes) =>
        InvoiceReader.Read(rows, customerId, notes);

    public override async Task<IReadOnlyList<Standing>> CompareAsync(
        BillingDb db, IReadOnlyList<Found<Invoice>> batch, ImportNotes notes, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(db, [.. batch.Select(found => found.Record)], cancellationToken);
        var byKey = known.ToLookup(invoice => (invoice.CustomerId, invoice.NumberKey));
        var byNumber = known.ToDictionary(invoice => invoice.Number, StringComparer.Ordinal);
        return [.. batch.Select(found =>
            Stand(found, byNumber.GetValueOrDefault(found.Record.Number) ?? byKey[(found.Record.CustomerId, found.Record.NumberKey)].FirstOrDefault(), notes))];
    }

    public override async Task AddAsync(BillingDb db, IEnumerable<Invoice> records, CancellationToken cancellationToken)
    {
        await using var invoices = new PreparedInsert<Invoice>(db);
        await using var lines = new PreparedInsert<InvoiceLine>(db, nameof(InvoiceLine.InvoiceId));
        foreach (var invoice in records)
        {
            var id = await invoices.AddAsync(invoice, cancellationToken);
            foreach (var line in invoice.Lines)
            {
                await lines.AddAsync(line, cancellationToken, id);
            }
        }
    }

    public override async Task UpdateAsync(BillingDb db, IReadOnlyList<Invoice> records, CancellationToken cancellationToken)
    {
        var numbers = records.Select(record => record.Number).ToList();
        var known = await db.Invoices.AsTracking().Include(invoice => invoice.Allocations).Include(invoice => invoice.CreditNotes)
            .Where(invoice => numbers.Contains(invoice.Number)).ToDictionaryAsync(invoice => invoice.Number, cancellationToken);
        await using var lines = new PreparedInsert<InvoiceLine>(db, nameof(InvoiceLine.InvoiceId));
        foreach (var record in records)
        {
            if (!known.TryGetValue(record.Number, out var invoice) || invoice.CustomerId != record.CustomerId || IsSettled(invoice))
            {
                throw new ConcurrentChangeException();
            }

            (invoice.PeriodStart, invoice.PeriodEnd, invoice.IssuedOn, invoice.DueOn, invoice.Currency) =
                (record.PeriodStart, record.PeriodEnd, record.IssuedOn, record.DueOn, record.Currency);
            await db.Set<InvoiceLine>().Where(line => line.InvoiceId == invoice.Id).ExecuteDeleteAsync(cancellationToken);
            foreach (var line in record.Lines)
            {
                await lines.AddAsync(line, cancellationToken, invoice.Id);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public override (string Subject, string? CustomerId) Name(Invoice record) => ($"invoice:{record.Number}", record.CustomerId);

    /// <summary>By number; what is not found so, by the number as people may spell it.</summary>
    private static async Task<List<Invoice>> KnownAsync(BillingDb db, IReadOnlyList<Invoice> batch, CancellationToken cancellationToken)
    {
        var numbers = batch.Select(invoice => invoice.Number).ToList();
        var invoices = db.Invoices
            .Include(invoice => invoice.Lines).Include(invoice => invoice.Allocations).Include(invoice => invoice.CreditNotes).AsSplitQuery();
        var known = await invoices.Where(invoice => numbers.Contains(invoice.Number)).ToListAsync(cancellationToken);
        var found = known.Select(invoice => invoice.Number).ToHashSet(StringComparer.Ordinal);
        var keys = batch.Where(invoice => !found.Contains(invoice.Number)).Select(invoice => invoice.NumberKey).ToList();
        if (keys.Count > 0)
        {
            known.AddRange(await invoices.Where(invoice => keys.Contains(invoice.NumberKey)).ToListAsync(cancellationToken));
        }

        return [.. known.DistinctBy(invoice => invoice.Id)];
    }

    private static Standing Stand(Found<Invoice> found, Invoice? known, ImportNotes notes)
    {
        if (known is null)
        {
            return Standing.New;
        }

        var cells = new Cells(found.Row, notes);
        if (known.CustomerId != found.Record.CustomerId)
        {
            cells.Reject(InvoiceSheet.Number, "Another customer's invoice has this number.", "Check number and customer.");
            return Standing.Refused;
        }

        if (known.Number != found.Record.Number)
        {
            cells.Reject(InvoiceSheet.Number, $"The customer has an invoice {known.Number} already, the same but for the spelling.", "Use its spelling.");
            return Standing.Refused;
        }

        if (IsSame(known, found.Record))
        {
            return Standing.Unchanged;
        }

        if (IsSettled(known))
        {
            cells.Reject(
                InvoiceSheet.Number,
                "The invoice is there with other content, and payments or credit notes are booked on it.",
                "Correct it with a credit note and a new invoice.");
            return Standing.Refused;
        }

        return Standing.Changed;
    }

    private static bool IsSettled(Invoice invoice) => invoice.Allocations.Count > 0 || invoice.CreditNotes.Count > 0;

    private static bool IsSame(Invoice left, Invoice right) =>
        (left.PeriodStart, left.PeriodEnd, left.IssuedOn, left.DueOn, left.Currency)
            == (right.PeriodStart, right.PeriodEnd, right.IssuedOn, right.DueOn, right.Currency)
        && left.Lines.OrderBy(line => line.LineNumber).Select(Content).SequenceEqual(right.Lines.OrderBy(line => line.LineNumber).Select(Content));

    private static object Content(InvoiceLine line) => (
        line.LineNumber, line.SubscriptionId, line.ProductName, line.Product, line.Description, line.ChargeType, line.Era, line.Quantity,
        line.UnitPrice, line.ChargeStart, line.ChargeEnd, line.ChargedDays, line.CycleDays, line.NetMinor, line.TaxMinor);
}
