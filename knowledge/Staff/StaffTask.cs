using NodaTime;

namespace BillingBot.Knowledge.Staff;

/// <summary>Something that waits for the partner's staff. Never shown to customers.</summary>
public sealed class StaffTask
{
    public long Id { get; init; }
    public required StaffTaskKind Kind { get; init; }

    /// <summary>Null when it is not known whose it is; it is then not guessed.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Number of the case that it is about; null for none.</summary>
    public long? CaseId { get; init; }

    /// <summary>One line.</summary>
    public required string Subject { get; init; }
    public string? Detail { get; set; }

    /// <summary>Makes a repeated report of the same thing the same task; null for none.</summary>
    public string? DedupeKey { get; init; }
    public required Instant CreatedAt { get; init; }
    public Instant? DoneAt { get; set; }
    public string? DoneBy { get; set; }
}
