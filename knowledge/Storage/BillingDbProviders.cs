using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace BillingBot.Knowledge.Storage;

/// <summary>How each database is opened.</summary>
internal static class BillingDbProviders
{
    private const string ApplicationName = "BillingBot", CommandTimeout = "Command Timeout";

    /// <summary>Statements that a connection keeps prepared: as many as the bot's own hot ones, with room.</summary>
    private const int KeptStatements = 100;

    /// <summary>
    /// A process that stands still, or whose machine is gone without a word, keeps the rows locked that it was writing; after
    /// this the server ends its transaction, and the other replicas go on.
    /// </summary>
    private const string NoStandstill = "-c idle_in_transaction_session_timeout=15s";

    /// <summary>
    /// Seconds for a connection, and for the answer to what runs with every message; Npgsql's are 15 and 30. A server that is there
    /// and says nothing must be noticed before a channel gives up its request (after 15 s) and long before a lease ends. Npgsql then asks the server to
    /// cancel, and waits for that as long again.
    /// </summary>
    private const int ConnectWithin = 4, AnswerWithin = 5;

    /// <summary>Seconds for everything else.</summary>
    private const int ReadWithin = 30;

    public static DbContextOptionsBuilder UseBillingSqlite(this DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString)
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .AddInterceptors(new SqlitePragmas());

    /// <summary>What is tried again, and how, is <see cref="DbWriter"/>'s; a strategy of EF Core's own would hide the exceptions from it.</summary>
    public static DbContextOptionsBuilder UseBillingPostgreSql(this DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(WithDefaults(connectionString), provider => provider
            .ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies))
            .CommandTimeout(IsSet(new(connectionString), CommandTimeout) ? null : ReadWithin))
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

    /// <summary>What the connection string does not say itself.</summary>
    public static string WithDefaults(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        connection.ApplicationName ??= ApplicationName;
        connection.Options ??= NoStandstill;
        SetDefault("Max Auto Prepare", KeptStatements);
        SetDefault("Timeout", ConnectWithin);
        SetDefault(CommandTimeout, AnswerWithin);
        return connection.ToString();

        void SetDefault(string key, int value)
        {
            if (!IsSet(connection, key))
            {
                connection[key] = value;
            }
        }
    }

    /// <summary>Npgsql's <c>ContainsKey</c> says whether there is such a key at all.</summary>
    private static bool IsSet(NpgsqlConnectionStringBuilder connection, string key) => connection.ShouldSerialize(key);
}
