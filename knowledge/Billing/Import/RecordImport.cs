using BillingBot.Knowledge.Storage;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>How one kind of record is read, compared with what is there, and written.</summary>
internal abstract class RecordImport<TRecord> where TRecord : class
{
    public abstract ImportKind Kind { get; }
    public abstract Sheet Sheet { get; }

    /// <summary>In the singular, for tasks and audit: <c>invoice</c>.</summary>
    public abstract string Noun { get; }

    /// <summary>The natural key. Rows with the same one stand together and make one record.</summary>
    public abstract Column Key { get; }

    /// <summary>Whose it is; null when the record names no customer of its own.</summary>
    public virtual Column? Customer => null;

    /// <summary>Columns that say the same in every row of a record.</summary>
    public virtual IReadOnlyList<Column> Repeated => [];

    /// <summary>Makes the same key of different spellings.</summary>
    public virtual string Identity(string key) => key.Trim();

    /// <returns>Null when something was rejected; the notes say what.</returns>
    /// <param name="rows">At least one; the repeated columns agree.</param>
    /// <param name="customerId">Empty when the customer is unknown; the record is then only checked.</param>
    /// <param name="notes">Takes what is wrong.</param>
    public abstract TRecord? Read(IReadOnlyList<CsvRow> rows, string customerId, ImportNotes notes);

    /// <summary>Says for each how it stands to the database.</summary>
    public abstract Task<IReadOnlyList<Standing>> CompareAsync(
        BillingDb db, IReadOnlyList<Found<TRecord>> batch, ImportNotes notes, CancellationToken cancellationToken);

    /// <summary>Writes records that are not there yet.</summary>
    /// <exception cref="ConcurrentChangeException">They do not fit any more.</exception>
    public abstract Task AddAsync(BillingDb db, IEnumerable<TRecord> records, CancellationToken cancellationToken);

    /// <summary>Changes records that are there.</summary>
    /// <exception cref="ConcurrentChangeException">They may not be changed any more.</exception>
    public abstract Task UpdateAsync(BillingDb db, IReadOnlyList<TRecord> records, CancellationToken cancellationToken);

    /// <summary>The record as the audit names it.</summary>
    public abstract (string Subject, string? CustomerId) Name(TRecord record);

}
