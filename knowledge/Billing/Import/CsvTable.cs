using System.Runtime.CompilerServices;
using CsvHelper;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Reads the rows of a CSV file one after the other.</summary>
internal sealed class CsvTable : IAsyncDisposable
{
    private const int LongestRowBytes = 256 * 1024;
    private readonly CsvReader _csv;
    private readonly ImportNotes _notes;
    private readonly HashSet<long> _strayQuotes = [];

    private CsvTable(Stream file, System.Text.Encoding encoding, ImportNotes notes)
    {
        _notes = notes;
        _csv = CsvReader.Create(
            file,
            new CsvReaderOptions
            {
                Separator = ',',
                HasHeader = false,
                Encoding = encoding,
                TrackLineNumbers = true,
                PoolStrings = true,
                MaxRecordSize = LongestRowBytes,
                OnMalformedRecord = Note,
            },
            leaveOpen: true);
    }

    public CsvHeader Header { get; private set; } = null!;

    /// <summary>Rows of data so far.</summary>
    public int Rows { get; private set; }

    /// <exception cref="UnreadableFileException">It is not text, or the header is not this sheet's.</exception>
    public static async Task<CsvTable> OpenAsync(
        Stream file, ImportEncoding wanted, Sheet sheet, ImportNotes notes, CancellationToken cancellationToken)
    {
        var encoding = await CsvEncoding.FindAsync(file, wanted, cancellationToken);
        var table = new CsvTable(file, encoding, notes);
        try
        {
            if (!await table.NextAsync(cancellationToken))
            {
                throw new UnreadableFileException(0, "It is empty.", "The first line must name the columns.");
            }

            table.Header = new CsvHeader(table.Cells(), sheet, notes);
            return table;
        }
        catch
        {
            await table.DisposeAsync();
            throw;
        }
    }

    /// <summary>Rows with too few or too many cells, or with a quote inside a cell, are not whole; empty rows are passed over.</summary>
    public async IAsyncEnumerable<CsvRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = Cells();
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            Rows++;
            var line = (int)_csv.LineNumber;
            yield return new CsvRow(Header, line, cells, IsWhole(line, cells));
        }
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _csv.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException tooLong)
        {
            throw Endless((int)tooLong.LineNumber);
        }
    }

    private string[] Cells()
    {
        var cells = new string[_csv.FieldCount];
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = _csv.GetString(index);
        }

        return cells;
    }

    private void Note(CsvMalformedRecord malformed)
    {
        if (malformed.Reason == CsvMalformedReason.UnterminatedQuote)
        {
            throw Endless((int)malformed.LineNumber);
        }

        _strayQuotes.Add(malformed.LineNumber);
    }

    private bool IsWhole(int line, string[] cells)
    {
        if (_strayQuotes.Contains(line))
        {
            _notes.Reject(line, null, null, "A quote stands inside a cell.", "Put the cell in quotes and double the quotes inside it.");
            return false;
        }

        if (cells.Length != Header.Headings.Length)
        {
            _notes.Reject(
                line,
                null,
                null,
                $"The row has {cells.Length} cells, the header {Header.Headings.Length}.",
                "Put cells that hold commas or line breaks in quotes.");
            return false;
        }

        return true;
    }

    private static UnreadableFileException Endless(int line) => new(
        line,
        $"The row is longer than {LongestRowBytes:N0} bytes, or a quote is opened and never closed.",
        "Close the quote, or shorten the row.");
}
