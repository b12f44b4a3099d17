using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace BillingBot.Knowledge.Storage;

/// <summary>What an exception of a database means, whichever database it is.</summary>
public static class DbFailures
{
    private const int SqliteConstraint = 19, SqliteBusy = 5, SqliteLocked = 6, SqliteDisk = 10, SqliteFull = 13;
    private const string AnyConstraint = "23";

    /// <summary>Somebody stopped the server, the session or the statement, which Npgsql does not call transient in every case.</summary>
    private const string Intervention = "57";

    /// <summary>A rule of the schema was violated: a key or a number is there already, a row that is referred to is not.</summary>
    public static bool IsConstraintViolation(Exception failure) => Cause(failure) switch
    {
        SqliteException { SqliteErrorCode: SqliteConstraint } => true,
        PostgresException { SqlState: var state } => state.StartsWith(AnyConstraint, StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>
    /// The transaction lost against one that ran at the same time; run again, it sees what that one did. A unique key that is
    /// there already may be such a case too, once: it had not been there when this transaction looked.
    /// </summary>
    /// <param name="failure">Whatever came out of the transaction.</param>
    /// <param name="attempt">1 for the first.</param>
    internal static bool IsLostRace(Exception failure, int attempt) => Cause(failure) is PostgresException { SqlState: var state } && state switch
    {
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => true,
        PostgresErrorCodes.UniqueViolation => attempt == 1,
        _ => false,
    };

    /// <summary>Nothing is wrong with what was to be read or written; later it will go: a race lost, the server away, stopping, starting or (after a change of servers) not yet the one that writes, the disk full.</summary>
    public static bool IsPassing(Exception failure) => Cause(failure) switch
    {
        SqliteException { SqliteErrorCode: SqliteBusy or SqliteLocked or SqliteDisk or SqliteFull } => true,
        PostgresException { SqlState: PostgresErrorCodes.DiskFull or PostgresErrorCodes.ReadOnlySqlTransaction } => true,
        PostgresException { SqlState: var state } when state.StartsWith(Intervention, StringComparison.Ordinal) => true,
        var cause => cause is { IsTransient: true },
    };

    private static DbException? Cause(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException known)
            {
                return known;
            }
        }

        return null;
    }
}
