using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Columns = BillingBot.Knowledge.Billing.Import.CreditNoteSheet;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Credit notes on invoices that are there.</summary>
internal sealed class CreditNoteImport : RecordImport<CreditNoteRecord>
{
    private const int LongestNumber = 50;

    public override ImportKind Kind => ImportKind.CreditNotes;
    public override Sheet Sheet => CreditNoteSheet.Sheet;
    public override string Noun => "credit-note";
    public override Column Key => Columns.Number;

    public override CreditNoteRecord? Read(IReadOnlyList<CsvRow> rows, string customerId, ImportNotes notes)
    {
        var cells = new Cells(rows[0], notes);
        var (number, invoice, issued, reason) = (cells.Text(Columns.Number, LongestNumber), cells.Text(Columns.Invoice), cells.Date(Columns.Issued), cells.Text(Columns.Reason));
        if (cells.Number(Columns.Amount) <= 0)
        {
            cells.Reject(Columns.Amount, "A credit note is more than nothing.", "Write the amount that is taken back, tax included, without a minus.");
        }

        return cells.Failed
            ? null
            : new CreditNoteRecord { Number = number!, InvoiceNumber = invoice!, IssuedOn = issued!.Value, Reason = reason };
    }

    public override async Task<IReadOnlyList<Standing>> CompareAsync(
        BillingDb db, IReadOnlyList<Found<CreditNoteRecord>> batch, ImportNotes notes, CancellationToken cancellationToken)
    {
        var numbers = batch.Select(found => found.Record.Number).ToList();
        var known = await db.Set<CreditNote>().Where(note => numbers.Contains(note.Number))
            .ToDictionaryAsync(note => note.Number, cancellationToken);
        var named = batch.Select(found => found.Record.InvoiceNumber).Distinct().ToList();
        var invoices = await db.Invoices.Where(invoice => named.Contains(invoice.Number))
            .Select(invoice => new PayableInvoice(invoice.Id, invoice.Number, invoice.CustomerId, invoice.Currency))
            .ToDictionaryAsync(invoice => invoice.Number, cancellationToken);
        return [.. batch.Select(found => Stand(
            found, invoices.GetValueOrDefault(found.Record.InvoiceNumber), known.GetValueOrDefault(found.Record.Number), notes))];
    }

    public override async Task AddAsync(BillingDb db, IEnumerable<CreditNoteRecord> records, CancellationToken cancellationToken)
    {
        await using var notes = new PreparedInsert<CreditNote>(db);
        foreach (var record in records)
        {
            await CheckCurrencyAsync(db, record, cancellationToken);
            await notes.AddAsync(
                new CreditNote
                {
                    Number = record.Number,
                    InvoiceId = record.Invoice!.Id,
                    IssuedOn = record.IssuedOn,
                    AmountMinor = record.AmountMinor,
                    Reason = record.Reason,
                },
                cancellationToken);
        }
    }

    public override async Task UpdateAsync(BillingDb db, IReadOnlyList<CreditNoteRecord> records, CancellationToken cancellationToken)
    {
        var numbers = records.Select(record => record.Number).ToList();
        var known = await db.Set<CreditNote>().AsTracking().Where(note => numbers.Contains(note.Number))
            .ToDictionaryAsync(note => note.Number, cancellationToken);
        foreach (var record in records)
        {
            await CheckCurrencyAsync(db, record, cancellationToken);
            if (!known.TryGetValue(record.Number, out var note) || note.InvoiceId != record.Invoice!.Id)
            {
                throw new ConcurrentChangeException();
            }

            (note.IssuedOn, note.AmountMinor, note.Reason) = (record.IssuedOn, record.AmountMinor, record.Reason);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public override (string Subject, string? CustomerId) Name(CreditNoteRecord record) =>
        ($"credit-note:{record.Number}", record.Invoice?.CustomerId);

    private static Standing Stand(Found<CreditNoteRecord> found, PayableInvoice? invoice, CreditNote? known, ImportNotes notes)
    {
        var cells = new Cells(found.Row, notes);
        var record = found.Record;
        if (invoice is null)
        {
            cells.Reject(Columns.Invoice, "There is no such invoice.", "Check the number; import invoices before credit notes.");
            return Standing.Refused;
        }

        if (cells.Amount(Columns.Amount, invoice.Currency) is not { } amount)
        {
            return Standing.Refused;
        }

        (record.Invoice, record.AmountMinor) = (invoice, amount);
        if (known is null)
        {
            return Standing.New;
        }

        if (known.InvoiceId != invoice.Id)
        {
            cells.Reject(Columns.Number, "The credit note is there for another invoice.", "A new credit note needs a new number.");
            return Standing.Refused;
        }

        return (known.IssuedOn, known.AmountMinor, known.Reason) == (record.IssuedOn, record.AmountMinor, record.Reason)
            ? Standing.Unchanged
            : Standing.Changed;
    }

    /// <summary>The invoice may have got another currency since the file was checked.</summary>
    private static async Task CheckCurrencyAsync(BillingDb db, CreditNoteRecord record, CancellationToken cancellationToken)
    {
        if (!await db.Invoices.AnyAsync(
            invoice => invoice.Id == record.Invoice!.Id && invoice.Currency == record.Invoice.Currency, cancellationToken))
        {
            throw new ConcurrentChangeException();
        }
    }
}
