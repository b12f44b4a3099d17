using NodaTime;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>A reminder that was recorded for sending: no invoice is reminded twice of the same thing.</summary>
public sealed class SentReminder
{
    public long Id { get; init; }
    public required long InvoiceId { get; init; }
    public required string PersonId { get; init; }

    /// <summary>What was reminded of: <c>before-due</c>, <c>due</c>, or the step reached with its products; see <see cref="DueReminder"/>.</summary>
    public required string Stage { get; init; }

    /// <summary>The customer's calendar day.</summary>
    public required LocalDate On { get; init; }
}
