using NodaTime;

namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>Staff want a subscription suspended, or back; a second person must agree before anything happens.</summary>
public sealed class SuspensionRequest : IRetried
{
    public long Id { get; init; }
    public required string CustomerId { get; init; }
    public required string SubscriptionId { get; init; }
    public required SuspensionKind Kind { get; init; }

    /// <summary>For staff; customers are told the invoices, not this.</summary>
    public required string Reason { get; init; }

    /// <summary>The unpaid invoices it is about, as printed; for a reactivation those of the suspension.</summary>
    public required List<string> InvoiceNumbers { get; init; }
    public required string RequestedBy { get; init; }

    /// <summary>The operating-system account that requested.</summary>
    public required string RequestedFrom { get; init; }
    public required Instant RequestedAt { get; init; }

    /// <summary>Who approved, declined or withdrew.</summary>
    public string? DecidedBy { get; set; }
    public Instant? DecidedAt { get; set; }
    public SuspensionState State { get; set; }

    /// <summary>What the provider said last, or why it was withdrawn.</summary>
    public string? Answer { get; set; }

    /// <summary>How often the provider was asked. 0: certainly nothing has been done.</summary>
    public int Attempts { get; set; }

    /// <summary>While it is being carried out: from then on another attempt may be made.</summary>
    public Instant? NextAttemptAt { get; set; }

    /// <summary>Staff say that they have done it by hand.</summary>
    public string? ConfirmedBy { get; set; }
    public Instant? FinishedAt { get; set; }

    /// <summary>Counts the changes: who read an older one changes nothing.</summary>
    public int Version { get; set; }
}
