using BillingBot.Knowledge.Billing.Import;

namespace BillingBot.Knowledge.Billing.ProviderLedger;

/// <summary>Reads Microsoft's invoices from a CSV file, in UTF-8 or Shift_JIS.</summary>
public static class LedgerFile
{
    private static readonly Column Number = new("number", "請求書番号") { IsRequired = true };
    private static readonly Column Issued = new("issued", "請求日", "発行日") { IsRequired = true };
    private static readonly Column Amount = new("amount", "請求額", "金額") { IsRequired = true };
    private static readonly Column Currency = new("currency", "通貨") { IsRequired = true };
    private static readonly Column PeriodStart = new("periodStart", "期間開始日");
    private static readonly Column PeriodEnd = new("periodEnd", "期間終了日");
    private static readonly Column Due = new("due", "支払期限");
    private static readonly Column Paid = new("paid", "支払日");
    private static readonly Column Reference = new("reference", "参照番号");
    private static readonly Column Notes = new("notes", "備考");
    private static readonly Sheet Sheet = new(Number, Issued, Amount, Currency, PeriodStart, PeriodEnd, Due, Paid, Reference, Notes);

    /// <exception cref="FormatException">It cannot be read; the message says where and what to mend.</exception>
    public static async Task<IReadOnlyList<LedgerRow>> ReadAsync(Stream file, CancellationToken cancellationToken)
    {
        var notes = new ImportNotes();
        var rows = new List<LedgerRow>();
        try
        {
            await using var table = await CsvTable.OpenAsync(file, ImportEncoding.Auto, Sheet, notes, cancellationToken);
            await foreach (var row in table.RowsAsync(cancellationToken))
            {
                if (row.IsWhole)
                {
                    rows.Add(new LedgerRow($"Line {row.Line}: ", Fields(row)));
                }
            }
        }
        catch (UnreadableFileException unreadable)
        {
            throw new FormatException(unreadable.Message, unreadable);
        }

        return notes.Rejections.Count == 0 ? rows : throw new FormatException(string.Join(Environment.NewLine, notes.Rejections));
    }

    private static ProviderInvoiceFields Fields(CsvRow row) => new()
    {
        Number = row[Number],
        IssuedOn = row[Issued],
        Amount = row[Amount],
        Currency = row[Currency],
        PeriodStart = row[PeriodStart],
        PeriodEnd = row[PeriodEnd],
        DueOn = row[Due],
        PaidOn = row[Paid],
        Reference = row[Reference],
        Notes = row[Notes],
    };
}
