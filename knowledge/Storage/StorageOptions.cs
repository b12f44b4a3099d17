namespace BillingBot.Knowledge.Storage;

/// <summary>Where the database is. Section <c>Database</c>; the connection string is ConnectionStrings:BillingBot.</summary>
public sealed class StorageOptions
{
    /// <summary>Name of the provider; only Sqlite now.</summary>
    public string Provider { get; set; } = "Sqlite";
}
