using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Host;

/// <summary>Databases of bots: a file of SQLite, or a database of PostgreSQL where the class is <see cref="OnPostgreSqlAttribute"/>.</summary>
internal static class TestDatabases
{
    /// <returns>The file's path, or the database's name.</returns>
    public static string Create() => OnPostgreSqlAttribute.IsAsked
        ? PostgreSqlCluster.Create()
        : Path.Combine(Path.GetTempPath(), $"billingbot-test-{Guid.NewGuid():N}.db");

    public static IEnumerable<(string Key, string Value)> Settings(string database) => PostgreSqlCluster.IsDatabase(database)
        ? [("Database:Provider", "PostgreSql"), ("ConnectionStrings:BillingBot", PostgreSqlCluster.ConnectionString(database))]
        : [("ConnectionStrings:BillingBot", $"Data Source={database};Pooling=False")];

    public static void Delete(string database)
    {
        if (PostgreSqlCluster.IsDatabase(database))
        {
            PostgreSqlCluster.Drop(database);
            return;
        }

        foreach (var file in new[] { database, $"{database}-wal", $"{database}-shm", $"{database}-bot" })
        {
            File.Delete(file);
        }
    }
}
