using static BillingBot.Knowledge.Billing.Import.PaymentSheet;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Makes a payment of its rows.</summary>
internal static class PaymentReader
{
    private const int LongestReference = 100;
    private const int MostRows = 5_000;

    /// <returns>Null when something was rejected.</returns>
    public static PaymentRecord? Read(IReadOnlyList<CsvRow> rows, string customerId, ImportNotes notes)
    {
        var head = new Cells(rows[0], notes);
        var reference = head.Text(Reference, LongestReference);
        var received = head.Date(Received);
        if (head.Currency(Currency) is not { } currency || head.Amount(Amount, currency) is not { } amount)
        {
            return null;
        }

        if (rows.Count > MostRows)
        {
            return head.Reject<PaymentRecord>(Reference, $"The payment has {rows.Count:N0} rows.", $"A payment may have {MostRows:N0}.");
        }

        if (amount <= 0)
        {
            head.Reject(Amount, "A payment is more than nothing.", "Money given back is a credit note, not a payment.");
        }

        var allocations = Allocations(rows, currency, amount, notes);
        if (amount > 0 && allocations.Sum(allocation => allocation.AmountMinor) > amount)
        {
            head.Reject(Amount, "More is allocated than was paid.", "Lower the allocated amounts, or correct the payment's.");
        }

        return head.Failed ? null : new PaymentRecord(reference!, customerId, received!.Value, currency, amount, allocations);
    }

    private static List<AllocationRecord> Allocations(IReadOnlyList<CsvRow> rows, string currency, long amount, ImportNotes notes)
    {
        var allocations = new List<AllocationRecord>();
        foreach (var row in rows)
        {
            var cells = new Cells(row, notes);
            var invoice = cells.Text(Invoice);
            var allocated = cells.Amount(Allocated, currency);
            if (invoice is null && !cells.IsBlank(Allocated))
            {
                cells.Reject(Invoice, "An amount is allocated to no invoice.", "Name the invoice, or leave both empty.");
            }
            else if (invoice is not null && cells.IsBlank(Allocated) && rows.Count > 1)
            {
                cells.Reject(Allocated, "The payment has several rows and this one no amount.", "Say how much of it pays this invoice.");
            }
            else if (allocated <= 0)
            {
                cells.Reject(Allocated, "An allocation is more than nothing.", "Remove the row, or correct the amount.");
            }
            else if (invoice is not null && allocations.Exists(other => other.InvoiceNumber == invoice))
            {
                cells.Reject(Invoice, "The payment pays this invoice twice.", "Put both amounts in one row.");
            }
            else if (invoice is not null && !cells.Failed)
            {
                allocations.Add(new AllocationRecord { Row = row, InvoiceNumber = invoice, AmountMinor = allocated ?? amount });
            }
        }

        return allocations;
    }
}
