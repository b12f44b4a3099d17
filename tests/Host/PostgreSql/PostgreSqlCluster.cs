using System.Globalization;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace BillingBot.Tests.Host.PostgreSql;

/// <summary>
/// One PostgreSQL server for the run of the tests: the one that an environment variable names, else an installed one, started
/// for the run with everything in a folder of its own. Databases are copies of one that was migrated once.
/// </summary>
internal static class PostgreSqlCluster
{
    /// <summary>A connection string of Npgsql, whose user may create databases.</summary>
    public const string Variable = "BILLINGBOT_TEST_POSTGRES";
    private const string Prefix = "billingbot_test_";
    private static readonly string Run = Guid.NewGuid().ToString("N")[..8];
    private static readonly Lazy<string?> Server = new(() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : PostgreSqlServer.Start());

    private static readonly Lazy<string> Template = new(MakeTemplate);
    private static int _databases;

    public static void SkipUnlessThere() => Assert.SkipWhen(
        Server.Value is null, $"PostgreSQL is missing: apt-get install postgresql, or set {Variable} to a connection string.");

    public static bool IsDatabase(string name) => name.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>A new database that is migrated.</summary>
    public static string Create() => Create($"""TEMPLATE "{Template.Value}" """);

    /// <summary>A new database with nothing in it.</summary>
    public static string CreateEmpty() => Create("");

    public static void Drop(string database)
    {
        Execute($"""DROP DATABASE IF EXISTS "{database}" WITH (FORCE)""");
        using var connection = new NpgsqlConnection(ConnectionString(database));
        NpgsqlConnection.ClearPool(connection);
    }

    public static string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(Server.Value)
    {
        Database = database,
        MaxPoolSize = 40,
        ConnectionIdleLifetime = 10,
        ConnectionPruningInterval = 5,
    }.ToString();

    private static string Create(string options)
    {
        SkipUnlessThere();
        var database = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Run}_{Interlocked.Increment(ref _databases)}");
        Execute($"""CREATE DATABASE "{database}" {options}""");
        return database;
    }

    private static string MakeTemplate()
    {
        var database = CreateEmpty();
        var options = new DbContextOptionsBuilder<PostgreSqlBillingDb>().UseNpgsql($"{ConnectionString(database)};Pooling=false").Options;
        using var db = new PostgreSqlBillingDb(options);
        db.Database.Migrate();
        return database;
    }

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Server.Value);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are made here.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
