namespace BillingBot.Knowledge.Billing.Import;

/// <summary>A row of data.</summary>
/// <param name="Header">The file's header.</param>
/// <param name="Line">Where it begins in the file, the header being line 1.</param>
/// <param name="Cells">As many as the header has, when it is whole.</param>
/// <param name="IsWhole">False: it was rejected already, and which cell is which is not known.</param>
internal sealed record CsvRow(CsvHeader Header, int Line, string[] Cells, bool IsWhole)
{
    /// <summary>Empty when the file lacks the column.</summary>
    public string this[Column column] => Header.IndexOf(column) is { } index ? Cells[index] : "";
}
