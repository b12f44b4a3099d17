using NodaTime;

namespace BillingBot.Knowledge.Staff;

/// <summary>A session of the console that was signed out of, while its cookie would still be good.</summary>
public sealed class EndedSession
{
    public required string Id { get; init; }
    public Instant EndedAt { get; init; }
}
