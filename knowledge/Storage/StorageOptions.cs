namespace BillingBot.Knowledge.Storage;

/// <summary>Where the database is. Section <c>Database</c>; the connection string is ConnectionStrings:BillingBot.</summary>
public sealed class StorageOptions
{
    /// <summary>Only Sqlite now.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;
}
