using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace BillingBot.Knowledge.Billing.ProviderLedger;

/// <summary>Reads a CSV file (UTF-8) with a heading line; needed are Number, Issued, Amount and Currency.</summary>
public static class LedgerFile
{
    private static readonly string[] Needed = ["Number", "Issued", "Amount", "Currency"];
    private static readonly string[] Columns = [.. Needed, "PeriodStart", "PeriodEnd", "Due", "Paid", "Reference", "Notes"];

    /// <exception cref="FormatException">It is no such file; the message says what to mend.</exception>
    public static async Task<IReadOnlyList<LedgerRow>> ReadAsync(TextReader text, CancellationToken cancellationToken)
    {
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            PrepareHeaderForMatch = header => Fold(header.Header),
            MissingFieldFound = null,
            TrimOptions = TrimOptions.Trim,
        });
        try
        {
            if (!await csv.ReadAsync() || !csv.ReadHeader())
            {
                throw new FormatException($"The file is empty. The first line names the columns: {string.Join(", ", Columns)}.");
            }

            CheckHeading(csv.HeaderRecord ?? []);
            var rows = new List<LedgerRow>();
            while (await csv.ReadAsync())
            {
                cancellationToken.ThrowIfCancellationRequested();
                rows.Add(new($"line {csv.Parser.RawRow}: ", Fields(csv)));
            }

            return rows;
        }
        catch (CsvHelperException broken)
        {
            throw new FormatException($"line {broken.Context?.Parser?.RawRow}: the quotation marks do not match. Put a value with a comma or a quotation mark in quotation marks, and double those inside.", broken);
        }
    }

    private static void CheckHeading(string[] heading)
    {
        var known = heading.Select(Fold).ToList();
        var missing = Needed.Where(column => !known.Contains(Fold(column))).ToList();
        var unknown = heading.Where(column => !Columns.Select(Fold).Contains(Fold(column))).ToList();
        if (missing.Count > 0 || unknown.Count > 0)
        {
            throw new FormatException(
                $"The heading is not understood. Missing: {List(missing)}; unknown: {List(unknown)}. The columns are {string.Join(", ", Columns)}; the first four are needed.");
        }
    }

    private static ProviderInvoiceFields Fields(CsvReader csv) => new()
    {
        Number = csv.GetField("Number"),
        IssuedOn = csv.GetField("Issued"),
        Amount = csv.GetField("Amount"),
        Currency = csv.GetField("Currency"),
        PeriodStart = Optional(csv, "PeriodStart"),
        PeriodEnd = Optional(csv, "PeriodEnd"),
        DueOn = Optional(csv, "Due"),
        PaidOn = Optional(csv, "Paid"),
        Reference = Optional(csv, "Reference"),
        Notes = Optional(csv, "Notes"),
    };

    private static string? Optional(CsvReader csv, string column) => csv.TryGetField<string>(column, out var value) ? value : null;

    private static string List(List<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);

    private static string Fold(string? name) =>
        string.Concat((name ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
