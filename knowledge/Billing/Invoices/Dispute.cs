using NodaTime;

namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>A customer says that an invoice is not right. While it is open the collections clock stands still.</summary>
public sealed class Dispute
{
    public long Id { get; init; }
    public long InvoiceId { get; init; }
    public string? PersonId { get; init; }
    public required Instant OpenedAt { get; init; }

    /// <summary>In the customer's words; what is said later is added.</summary>
    public string? Reason { get; set; }
    public Instant? ClosedAt { get; set; }

    /// <summary>What staff decided.</summary>
    public string? Resolution { get; set; }
}
