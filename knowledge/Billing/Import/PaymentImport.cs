using BillingBot.Knowledge.Billing.Payments;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Payments and what they pay. What is not allocated stays so; a later file may allocate it.</summary>
internal sealed class PaymentImport : RecordImport<PaymentRecord>
{
    public override ImportKind Kind => ImportKind.Payments;
    public override Sheet Sheet => PaymentSheet.Sheet;
    public override string Noun => "payment";
    public override Column Key => PaymentSheet.Reference;
    public override Column? Customer => PaymentSheet.Customer;
    public override IReadOnlyList<Column> Repeated => PaymentSheet.Repeated;

    public override PaymentRecord? Read(IReadOnlyList<CsvRow> rows, string customerId, ImportNotes notes) =>
        PaymentReader.Read(rows, customerId, notes);

    public override async Task<IReadOnlyList<Standing>> CompareAsync(
        BillingDb db, IReadOnlyList<Found<PaymentRecord>> batch, ImportNotes notes, CancellationToken cancellationToken)
    {
        var references = batch.Select(found => found.Record.Reference).ToList();
        var known = await db.Payments.Include(payment => payment.Allocations)
            .Where(payment => references.Contains(payment.Reference)).ToDictionaryAsync(payment => payment.Reference, cancellationToken);
        var numbers = batch.SelectMany(found => found.Record.Allocations).Select(allocation => allocation.InvoiceNumber).Distinct().ToList();
        var invoices = await db.Invoices.Where(invoice => numbers.Contains(invoice.Number))
            .Select(invoice => new PayableInvoice(invoice.Id, invoice.Number, invoice.CustomerId, invoice.Currency))
            .ToDictionaryAsync(invoice => invoice.Number, cancellationToken);
        return [.. batch.Select(found =>
            Match(found.Record, invoices, notes) ? Stand(found, known.GetValueOrDefault(found.Record.Reference), notes) : Standing.Refused)];
    }

    public override async Task AddAsync(BillingDb db, IEnumerable<PaymentRecord> records, CancellationToken cancellationToken)
    {
        await using var payments = new PreparedInsert<Payment>(db);
        await using var allocations = new PreparedInsert<PaymentAllocation>(db, nameof(PaymentAllocation.PaymentId));
        foreach (var record in records)
        {
            var id = await payments.AddAsync(
                new Payment
                {
                    Reference = record.Reference,
                    CustomerId = record.CustomerId,
                    ReceivedOn = record.ReceivedOn,
                    Currency = record.Currency,
                    AmountMinor = record.AmountMinor,
                },
                cancellationToken);
            await AllocateAsync(allocations, id, record, cancellationToken);
        }

        await CheckCurrenciesAsync(db, cancellationToken);
    }

    public override async Task UpdateAsync(BillingDb db, IReadOnlyList<PaymentRecord> records, CancellationToken cancellationToken)
    {
        var references = records.Select(record => record.Reference).ToList();
        var known = await db.Payments.AsTracking().Where(payment => references.Contains(payment.Reference))
            .ToDictionaryAsync(payment => payment.Reference, cancellationToken);
        await using var allocations = new PreparedInsert<PaymentAllocation>(db, nameof(PaymentAllocation.PaymentId));
        foreach (var record in records)
        {
            if (!known.TryGetValue(record.Reference, out var payment) || !IsSameMoney(payment, record))
            {
                throw new ConcurrentChangeException();
            }

            payment.ReceivedOn = record.ReceivedOn;
            await db.Set<PaymentAllocation>().Where(allocation => allocation.PaymentId == payment.Id).ExecuteDeleteAsync(cancellationToken);
            await AllocateAsync(allocations, payment.Id, record, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await CheckCurrenciesAsync(db, cancellationToken);
    }

    public override (string Subject, string? CustomerId) Name(PaymentRecord record) => ($"payment:{record.Reference}", record.CustomerId);

    private static async Task AllocateAsync(
        PreparedInsert<PaymentAllocation> allocations, long paymentId, PaymentRecord record, CancellationToken cancellationToken)
    {
        foreach (var allocation in record.Allocations)
        {
            await allocations.AddAsync(
                new PaymentAllocation { InvoiceId = allocation.InvoiceId, AmountMinor = allocation.AmountMinor }, cancellationToken, paymentId);
        }
    }

    /// <summary>An invoice may have got another currency since the file was checked.</summary>
    private static async Task CheckCurrenciesAsync(BillingDb db, CancellationToken cancellationToken)
    {
        if (await db.Set<PaymentAllocation>()
            .Join(db.Invoices, allocation => allocation.InvoiceId, invoice => invoice.Id, (allocation, invoice) => new { allocation, invoice })
            .AnyAsync(pair => pair.allocation.Payment!.Currency != pair.invoice.Currency, cancellationToken))
        {
            throw new ConcurrentChangeException();
        }
    }

    private static bool Match(PaymentRecord payment, Dictionary<string, PayableInvoice> invoices, ImportNotes notes)
    {
        var fits = true;
        foreach (var allocation in payment.Allocations)
        {
            var cells = new Cells(allocation.Row, notes);
            if (invoices.GetValueOrDefault(allocation.InvoiceNumber) is not { } invoice || invoice.CustomerId != payment.CustomerId)
            {
                cells.Reject(PaymentSheet.Invoice, "The customer has no such invoice.", "Check number and customer; import invoices before payments.");
            }
            else if (invoice.Currency != payment.Currency)
            {
                cells.Reject(PaymentSheet.Currency, $"The invoice is in {invoice.Currency}.", "A payment is allocated to invoices in its own currency only.");
            }
            else
            {
                allocation.InvoiceId = invoice.Id;
            }

            fits &= !cells.Failed;
        }

        return fits;
    }

    private static Standing Stand(Found<PaymentRecord> found, Payment? known, ImportNotes notes)
    {
        if (known is null)
        {
            return Standing.New;
        }

        if (!IsSameMoney(known, found.Record))
        {
            new Cells(found.Row, notes).Reject(
                PaymentSheet.Reference,
                "The payment is there with another customer, amount or currency.",
                "A new payment needs a new reference; correct a wrong one by hand.");
            return Standing.Refused;
        }

        var isSame = known.ReceivedOn == found.Record.ReceivedOn
            && known.Allocations.Select(allocation => (allocation.InvoiceId, allocation.AmountMinor)).Order()
                .SequenceEqual(found.Record.Allocations.Select(allocation => (allocation.InvoiceId, allocation.AmountMinor)).Order());
        return isSame ? Standing.Unchanged : Standing.Changed;
    }

    private static bool IsSameMoney(Payment known, PaymentRecord record) =>
        (known.CustomerId, known.Currency, known.AmountMinor) == (record.CustomerId, record.Currency, record.AmountMinor);
}
