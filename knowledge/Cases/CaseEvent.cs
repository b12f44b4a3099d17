using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>One line of a case's history, append-only. Never shown to customers.</summary>
public sealed class CaseEvent
{
    /// <summary>Ascending: where a console that lost its connection goes on reading.</summary>
    public long Id { get; init; }
    public required long CaseId { get; init; }
    public required CaseEventKind Kind { get; init; }
    public required Instant At { get; init; }

    /// <summary>Name of the member of staff, of the customer's person, or <c>bot</c>.</summary>
    public required string By { get; init; }

    /// <summary>A note, a reason, a detail; untrusted.</summary>
    public string? Text { get; init; }
}
