using NodaTime;

namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>Takes part or all of an invoice back.</summary>
public sealed class CreditNote
{
    public long Id { get; init; }

    /// <summary>As printed; unique.</summary>
    public required string Number { get; init; }
    public long InvoiceId { get; init; }
    public required LocalDate IssuedOn { get; set; }

    /// <summary>Tax included, positive, in minor units of the invoice's currency.</summary>
    public required long AmountMinor { get; set; }
    public string? Reason { get; set; }
}
