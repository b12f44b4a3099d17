using BillingBot.Knowledge.Support.Routing;
using NodaTime;

namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>A request to Microsoft about a case: what is filed, and what became of it. Staff file it in Partner Center by hand.</summary>
public sealed class Escalation : IEdited
{
    public long Id { get; init; }
    public required long CaseId { get; init; }

    /// <summary>The case's; null for a guest's, for whom nothing can be filed.</summary>
    public string? CustomerId { get; set; }
    public required EscalationKind Kind { get; set; }
    public RequestSeverity Severity { get; set; }

    /// <summary>The customer's tenant, in whose context it is filed.</summary>
    public string? TenantId { get; set; }
    public string? SubscriptionId { get; set; }

    /// <summary>The disputed invoice.</summary>
    public string? InvoiceNumber { get; set; }
    public string? ReservationOrderId { get; set; }
    public List<string> ReservationIds { get; set; } = [];

    /// <summary>Microsoft's id of the incident: two letters and a number.</summary>
    public string? IncidentId { get; set; }
    public Instant? IncidentFrom { get; set; }
    public Instant? IncidentUntil { get; set; }
    public int? AffectedUsers { get; set; }
    public string? Impact { get; set; }

    /// <summary>Errors, screenshots, e-mails, logs: what there is and where.</summary>
    public string? Evidence { get; set; }

    /// <summary>Of the partner's own people, never the customer's.</summary>
    public string? ContactName { get; set; }
    public string? ContactEmail { get; set; }
    public string? ContactPhone { get; set; }

    /// <summary>Microsoft's number of the request; null until it is filed.</summary>
    public string? RequestNumber { get; set; }
    public RequestState State { get; set; }
    public Instant? FiledAt { get; set; }

    /// <summary>When staff last looked and noted number or state.</summary>
    public Instant? CheckedAt { get; set; }
    public required Instant CreatedAt { get; set; }
    public required string CreatedBy { get; set; }
    public int Version { get; set; }

    /// <summary>The last day, UTC, on which the evidence for a credit can be handed in; null for another kind, or an unknown incident.</summary>
    public LocalDate? CreditDeadline =>
        Kind is EscalationKind.SlaCredit && IncidentFrom is { } from ? Escalations.CreditDeadline.For(from) : null;
}
