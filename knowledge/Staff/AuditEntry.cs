using NodaTime;

namespace BillingBot.Knowledge.Staff;

/// <summary>Who did what, append-only.</summary>
public sealed class AuditEntry
{
    public long Id { get; init; }
    public required Instant At { get; init; }

    /// <summary><c>staff:name</c>, <c>person:id</c> or <c>bot</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>A verb in the past tense, for example <c>suspension.approved</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to, for example <c>invoice:INV-2026-0142</c>.</summary>
    public required string Subject { get; init; }
    public string? CustomerId { get; init; }

    /// <summary>More, for staff; no codes, no secrets.</summary>
    public string? Detail { get; init; }
}
