using System.Globalization;
using System.Text;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>A report as staff read it.</summary>
public static class ImportReportText
{
    /// <param name="report">The report.</param>
    /// <param name="maximumLines">So many rejections and as many warnings are told one by one.</param>
    public static string ToText(this ImportReport report, int maximumLines = int.MaxValue)
    {
        var text = new StringBuilder();
        AppendLines(text, "Rejected:", report.Rejections, maximumLines);
        AppendLines(text, "Taken, but look at:", report.Warnings, maximumLines);
        text.AppendLine(CultureInfo.InvariantCulture, $"{report.File}: {Outcome(report)}");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{report.Rows:N0} rows: {report.Added:N0} added, {report.Updated:N0} updated, {report.Unchanged:N0} unchanged, {report.Queued:N0} queued for staff (customer unknown), {report.Rejected:N0} rejected.");
        return text.ToString();
    }

    private static string Outcome(ImportReport report) => report switch
    {
        { DryRun: true, IsClean: true } => "dry run, nothing was written. The file can be imported.",
        { DryRun: true } => "dry run, nothing was written. The file has errors.",
        { Committed: false } => "nothing was imported. Mend what is listed and import the file again.",
        { IsClean: false } => "imported without what was rejected.",
        _ => "imported.",
    };

    private static void AppendLines<T>(StringBuilder text, string title, IReadOnlyList<T> lines, int maximum)
    {
        if (lines.Count == 0)
        {
            return;
        }

        text.AppendLine(title);
        foreach (var line in lines.Take(maximum))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {line}");
        }

        if (lines.Count > maximum)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  ... and {lines.Count - maximum:N0} more.");
        }
    }
}
