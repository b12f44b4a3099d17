using System.Globalization;
using CsvHelper;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>The rejected rows as a CSV file that a spreadsheet opens safely.</summary>
public static class RejectsFile
{
    /// <summary>CsvHelper's own guard knows ASCII only, so the text is made safe before; the guard stays as a second lock.</summary>
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <param name="path">Overwritten.</param>
    /// <param name="rejections">What to write.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task WriteAsync(string path, IEnumerable<Rejection> rejections, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.ToFile(path, Options);
        await csv.WriteRecordAsync(["line", "column", "value", "reason", "mend"], cancellationToken);
        foreach (var rejection in rejections)
        {
            await csv.WriteRecordAsync(
                [
                    rejection.Line.ToString(CultureInfo.InvariantCulture),
                    FormulaText.Safe(rejection.Column) ?? "",
                    FormulaText.Safe(rejection.Value) ?? "",
                    FormulaText.Safe(rejection.Reason) ?? "",
                    rejection.Mend,
                ],
                cancellationToken);
        }
    }
}
