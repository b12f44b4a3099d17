namespace BillingBot.Knowledge.Storage;

/// <summary>A unit of work that waits for its turn at the one writer.</summary>
internal abstract class WaitingUnit
{
    /// <summary>Nobody waits for it any more.</summary>
    public abstract bool IsCancelled { get; }

    /// <summary>Does the work, of which nothing counts yet.</summary>
    public abstract Task RunAsync(BillingDb db);

    /// <summary>It is committed: tells who waits.</summary>
    public abstract void Settle();

    /// <summary>Nothing of it is kept: tells who waits.</summary>
    public abstract void Fail(Exception failure);
}
