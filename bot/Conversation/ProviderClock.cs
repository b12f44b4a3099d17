using NodaTime;

namespace BillingBot.Conversation;

/// <summary>NodaTime's clock on the process's one source of time, so that a test moves both by moving one.</summary>
internal sealed class ProviderClock(TimeProvider time) : IClock
{
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
