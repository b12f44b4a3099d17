namespace BillingBot.Knowledge.Storage;

/// <summary>Where the database is. Section <c>Database</c>; the connection string is ConnectionStrings:BillingBot.</summary>
public sealed class StorageOptions
{
    public const string Section = "Database";

    /// <summary>Name of a <see cref="DatabaseProvider"/>, in any case.</summary>
    public string Provider { get; set; } = nameof(DatabaseProvider.Sqlite);

    /// <summary>
    /// <c>true</c>: whoever starts on an older database brings it up to date; <c>false</c>: only the command <c>migrate</c>
    /// does. Null: as <c>true</c> with SQLite, where one process has the file, and as <c>false</c> with PostgreSQL, where
    /// other replicas may still be running the older program.
    /// </summary>
    public string? MigrateAtStart { get; set; }

    public string? ConnectionString { get; set; }

    public DatabaseProvider Kind => Enum.Parse<DatabaseProvider>(Provider, ignoreCase: true);

    public bool MigratesAtStart => MigrateAtStart is { } wish ? bool.Parse(wish) : Kind == DatabaseProvider.Sqlite;
}
