namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Which column stands where in a file.</summary>
internal sealed class CsvHeader
{
    private readonly Dictionary<Column, int> _indexes = [];

    /// <exception cref="UnreadableFileException">A required column is missing, or one is there twice.</exception>
    public CsvHeader(string[] headings, Sheet sheet, ImportNotes notes)
    {
        Headings = headings;
        for (var index = 0; index < headings.Length; index++)
        {
            if (sheet.Find(headings[index]) is not { } column)
            {
                if (!string.IsNullOrWhiteSpace(headings[index]))
                {
                    notes.Warn(1, ImportNotes.Shorten(headings[index]), "This column is not known and not imported.");
                }
            }
            else if (!_indexes.TryAdd(column, index))
            {
                throw new UnreadableFileException(new Rejection(
                    1, Name(column), ImportNotes.Shorten(headings[index]), "The header has this column twice.", "Remove one of them."));
            }
        }

        var missing = sheet.Columns.Where(column => (column.IsRequired || column.IsExpected) && !_indexes.ContainsKey(column)).ToList();
        if (missing.Count > 0)
        {
            throw new UnreadableFileException(1, $"The header lacks: {Names(missing)}.", Mend(headings, sheet));
        }
    }

    public string[] Headings { get; }

    public int? IndexOf(Column column) => _indexes.TryGetValue(column, out var index) ? index : null;

    /// <summary>As this file calls it.</summary>
    public string Name(Column column) => IndexOf(column) is { } index ? ImportNotes.Shorten(Headings[index].Trim())! : column.Name;

    private static string Mend(string[] headings, Sheet sheet) =>
        (headings is [var only] && only.AsSpan().IndexOfAny(';', '\t') >= 0 ? "Separate the columns by commas. " : "")
        + $"It needs: {Names(sheet.Columns.Where(column => column.IsRequired || column.IsExpected))}; "
        + $"it may have: {Names(sheet.Columns.Where(column => !column.IsRequired && !column.IsExpected))}.";

    private static string Names(IEnumerable<Column> columns) => string.Join(
        ", ", columns.Select(column => column.Japanese is [var first, ..] ? $"{column.Name} ({first})" : column.Name));
}
