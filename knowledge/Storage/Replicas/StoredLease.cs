namespace BillingBot.Knowledge.Storage.Replicas;

/// <summary>Who does what only one replica may do at a time. Kept when it is over, so that its number never repeats.</summary>
public sealed class StoredLease
{
    /// <summary>What it is for.</summary>
    public required string Name { get; init; }

    /// <summary>The process that has, or had, it.</summary>
    public required string Holder { get; init; }

    /// <summary>Milliseconds since 1970 by the database's clock, the one that all replicas share.</summary>
    public long Until { get; init; }

    /// <summary>Counts its takings.</summary>
    public long Fence { get; init; }
}
