using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace BillingBot.Knowledge.Storage;

/// <summary>How each database is opened.</summary>
internal static class BillingDbProviders
{
    private const string ApplicationName = "BillingBot";

    /// <summary>Statements that a connection keeps prepared: as many as the bot's own hot ones, with room.</summary>
    private const int KeptStatements = 100;

    /// <summary>
    /// A process that stands still, or whose machine is gone without a word, keeps the rows locked that it was writing; after
    /// this the server ends its transaction, and the other replicas go on.
    /// </summary>
    private const string NoStandstill = "-c idle_in_transaction_session_timeout=15s";

    public static DbContextOptionsBuilder UseBillingSqlite(this DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString)
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .AddInterceptors(new SqlitePragmas());

    /// <summary>What is tried again, and how, is <see cref="DbWriter"/>'s; a strategy of EF Core's own would hide the exceptions from it.</summary>
    public static DbContextOptionsBuilder UseBillingPostgreSql(this DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(WithDefaults(connectionString), provider => provider.ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies)))
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .AddInterceptors(new PostgreSqlRowLocks());

    /// <param name="connectionString">With a path that may be relative.</param>
    /// <param name="folder">What it is relative to.</param>
    public static string InFolder(string connectionString, string folder)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString);
        connection.DataSource = Path.Combine(folder, connection.DataSource);
        return connection.ToString();
    }

    private static string WithDefaults(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        connection.ApplicationName ??= ApplicationName;
        if (!connection.ContainsKey("Max Auto Prepare"))
        {
            connection.MaxAutoPrepare = KeptStatements;
        }

        connection.Options ??= NoStandstill;

        return connection.ToString();
    }
}
