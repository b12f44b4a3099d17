using NodaTime;

namespace BillingBot.Knowledge;

/// <summary>What is tried until it is done, at a time that was written by a clock.</summary>
public interface IRetried
{
    /// <summary>Null: at once.</summary>
    Instant? NextAttemptAt { get; }
}
