using NodaTime;

namespace BillingBot.Knowledge.Billing.Payments;

/// <summary>A customer says by when an invoice will be paid. Until the end of that day the collections clock stands still.</summary>
public sealed class PaymentPromise
{
    public long Id { get; init; }
    public long InvoiceId { get; init; }
    public string? PersonId { get; init; }
    public required Instant MadeAt { get; init; }
    public required LocalDate PromisedOn { get; init; }

    /// <summary>Staff may end it early.</summary>
    public Instant? WithdrawnAt { get; set; }
}
