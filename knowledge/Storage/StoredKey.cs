namespace BillingBot.Knowledge.Storage;

/// <summary>A random key or sealed secret that must survive restarts and be the same for every instance on this database.</summary>
public sealed class StoredKey
{
    public required string Name { get; init; }
    public required byte[] Value { get; init; }
}
