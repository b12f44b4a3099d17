using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace BillingBot.Knowledge.Storage;

/// <summary>The connection string must be one of the provider's; it is never repeated, for a password may stand in it.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    private const string Example = "Host=db.example.com;Database=billingbot;Username=billingbot;Password=...";

    public ValidateOptionsResult Validate(string? name, StorageOptions options) => Problem(options) is { } problem
        ? ValidateOptionsResult.Fail(problem)
        : ValidateOptionsResult.Success;

    private static string? Problem(StorageOptions options)
    {
        if (options.MigrateAtStart is { } wish && !bool.TryParse(wish, out _))
        {
            return $"{StorageOptions.Section}:MigrateAtStart is '{wish}'. Write true or false, or remove it.";
        }

        return !Array.Exists(Enum.GetNames<DatabaseProvider>(), known => string.Equals(known, options.Provider, StringComparison.OrdinalIgnoreCase))
            ? $"{StorageOptions.Section}:Provider is '{options.Provider}', which is not known. Set it to Sqlite or PostgreSql."
            : options.Kind switch
            {
                DatabaseProvider.PostgreSql => PostgreSqlProblem(options.ConnectionString),
                _ => SqliteProblem(options.ConnectionString),
            };
    }

    private static string? SqliteProblem(string? connectionString)
    {
        try
        {
            _ = new SqliteConnectionStringBuilder(connectionString);
            return null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            return "ConnectionStrings:BillingBot is no connection string of SQLite. Write Data Source=billingbot.db, or set Database:Provider to PostgreSql if the database is a PostgreSQL server.";
        }
    }

    internal static string? PostgreSqlProblem(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            return $"ConnectionStrings:BillingBot is missing; PostgreSQL needs it. Write {Example}";
        }

        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString) is { Host: { Length: > 0 }, Database: { Length: > 0 } }
                ? null
                : $"ConnectionStrings:BillingBot does not name both the server and the database. Write {Example}";
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            return $"ConnectionStrings:BillingBot is no connection string of Npgsql (nor is a postgresql:// address). Write {Example}, or set Database:Provider to Sqlite if it is a file.";
        }
    }
}
