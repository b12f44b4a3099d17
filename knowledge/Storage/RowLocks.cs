using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Storage;

/// <summary>Locks rows for the rest of a transaction.</summary>
public static class RowLocks
{
    internal const string Tag = "FOR UPDATE";

    /// <summary>
    /// Whoever else would change or lock these rows waits until this transaction ends. Lock a conversation before anything
    /// that belongs to it. With SQLite nothing is to do: there a transaction has the whole database.
    /// </summary>
    public static IQueryable<T> ForUpdate<T>(this IQueryable<T> rows) => rows.TagWith(Tag);
}
