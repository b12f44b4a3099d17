using System.Text;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>The columns of one kind of file.</summary>
internal sealed class Sheet
{
    private readonly Dictionary<string, Column> _byHeading = new(StringComparer.Ordinal);

    public Sheet(params IReadOnlyList<Column> columns)
    {
        Columns = columns;
        foreach (var column in columns)
        {
            foreach (var heading in column.Japanese.Prepend(column.Name))
            {
                _byHeading.Add(Key(heading), column);
            }
        }
    }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>"Invoice Number", "invoice_number" and "invoiceNumber" are the same.</summary>
    public Column? Find(string heading) => _byHeading.GetValueOrDefault(Key(heading));

    private static string Key(string heading) => string.Concat(
        heading.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
