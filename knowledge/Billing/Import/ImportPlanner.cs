using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using BillingBot.Knowledge.Storage;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Reads a file record by record, checks each, compares with the database, and writes nothing.</summary>
internal sealed class ImportPlanner<TRecord>(RecordImport<TRecord> import, BillingDb db, ImportNotes notes) where TRecord : class
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ImportPlan<TRecord> _plan = new();
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<Found<TRecord>> _batch = new(Importer.BatchSize);
    private CustomerIndex _customers = new();

    public async Task<ImportPlan<TRecord>> PlanAsync(
        CsvTable table, Stream file, ImportSettings settings, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        _customers = await CustomerIndex.LoadAsync(db, cancellationToken);
        await foreach (var rows in RecordsAsync(table, settings.MaximumRows, cancellationToken))
        {
            Take(rows);
            if (_batch.Count == Importer.BatchSize)
            {
                await CompareAsync(cancellationToken);
                progress?.Report(new ImportProgress(ImportStage.Checking, file.Position, file.Length));
            }
        }

        await CompareAsync(cancellationToken);
        progress?.Report(new ImportProgress(ImportStage.Checking, file.Length, file.Length));
        return _plan;
    }

    /// <summary>Rows with the same key that stand together. A row that is not whole goes with those before it.</summary>
    private async IAsyncEnumerable<List<CsvRow>> RecordsAsync(
        CsvTable table, int maximumRows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new List<CsvRow>();
        await foreach (var row in table.RowsAsync(cancellationToken))
        {
            if (table.Rows > maximumRows)
            {
                throw new UnreadableFileException(row.Line, $"The file has more than {maximumRows:N0} rows.", "Split it.");
            }

            // A broken row may be a line of either neighbour, so it is shown to both.
            if (row.IsWhole && rows.Count > 0 && rows.Find(other => other.IsWhole) is { } first && Identity(first) != Identity(row))
            {
                var broken = rows[^1].IsWhole ? null : rows[^1];
                yield return rows;
                rows = broken is null ? [] : [broken];
            }

            rows.Add(row);
        }

        if (rows.Count > 0)
        {
            yield return rows;
        }
    }

    private string Identity(CsvRow row) => import.Identity(row[import.Key]);

    private void Take(List<CsvRow> rows)
    {
        if (rows.Find(row => row.IsWhole) is not { } first)
        {
            _plan.Reject(KeyOfNone(rows[0]));
            return;
        }

        var key = Identity(first);
        var before = notes.Rejections.Count;
        if (!_lines.TryAdd(key, first.Line) && key.Length > 0)
        {
            new Cells(first, notes).Reject(
                import.Key,
                $"The file has this already on line {_lines[key]}.",
                "Rows that belong together must stand together; anything else needs a number of its own.");
        }

        if (rows.Find(row => !row.IsWhole) is { } broken)
        {
            notes.Reject(
                first.Line, first.Header.Name(import.Key), first[import.Key], $"The row on line {broken.Line} may belong to it and cannot be read.", "Mend that row.");
        }

        CheckRepeated(rows, first);
        var customerId = import.Customer is { } column ? _customers.Find(first[column]) : "";
        var record = notes.Rejections.Count > before ? null : import.Read(rows, customerId ?? "", notes);
        if (record is null || notes.Rejections.Count > before)
        {
            _plan.Reject(key.Length > 0 ? key : KeyOfNone(first));
        }
        else if (customerId is null)
        {
            Queue(key, rows);
        }
        else
        {
            _batch.Add(new Found<TRecord>(record, key, first));
        }
    }

    /// <summary>Rows without a key are records of their own.</summary>
    private static string KeyOfNone(CsvRow row) => string.Create(CultureInfo.InvariantCulture, $"\0{row.Line}");

    private void CheckRepeated(List<CsvRow> rows, CsvRow first)
    {
        foreach (var column in import.Repeated.Prepend(import.Key))
        {
            if (rows.Find(row => row.IsWhole && row[column].Trim() != first[column].Trim()) is { } other)
            {
                new Cells(other, notes).Reject(
                    column, $"It differs from line {first.Line}, which belongs to the same {import.Noun}.", "Write the same in all its rows.");
            }
        }
    }

    private void Queue(string key, List<CsvRow> rows)
    {
        var headings = rows[0].Header.Headings;
        var cells = rows.Select(row => headings.Zip(row.Cells).DistinctBy(pair => pair.First).ToDictionary(pair => pair.First, pair => pair.Second));
        var said = ImportNotes.Shorten(rows[0][import.Customer!].Trim());
        var name = ImportNotes.Shorten(rows[0][import.Key].Trim());
        _plan.Queue(key, new UnknownRecord(
            $"{import.Noun}:{key}",
            string.IsNullOrEmpty(said) ? $"The {import.Noun} {name} names no customer." : $"The {import.Noun} {name} names the customer \"{said}\", who is not known.",
            JsonSerializer.Serialize(cells, Readable)));
    }

    private async Task CompareAsync(CancellationToken cancellationToken)
    {
        _batch.RemoveAll(found => _plan.IsRejected(found.Key));
        if (_batch.Count == 0)
        {
            return;
        }

        var standings = await import.CompareAsync(db, _batch, notes, cancellationToken);
        foreach (var (found, standing) in _batch.Zip(standings))
        {
            switch (standing)
            {
                case Standing.Refused:
                    _plan.Reject(found.Key);
                    break;
                case Standing.New:
                    _plan.Add(found.Key, found.Record);
                    break;
                case Standing.Changed:
                    _plan.Update(found.Key, found.Record);
                    break;
                default:
                    _plan.Keep(found.Key);
                    break;
            }
        }

        _batch.Clear();
    }
}
