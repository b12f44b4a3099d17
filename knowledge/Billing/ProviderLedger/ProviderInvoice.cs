using NodaTime;

namespace BillingBot.Knowledge.Billing.ProviderLedger;

/// <summary>
/// An invoice of Microsoft's to the partner, over all customers (F68). For staff only: no skill, page or channel may see it.
/// </summary>
public sealed class ProviderInvoice
{
    /// <summary>As printed, in upper case: D... is the legacy platform, G... new commerce.</summary>
    public required string Number { get; init; }

    /// <summary>First and last day, both inclusive; null when not known.</summary>
    public LocalDate? PeriodStart { get; init; }
    public LocalDate? PeriodEnd { get; init; }
    public required LocalDate IssuedOn { get; init; }
    public required LocalDate DueOn { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }
    public required long AmountMinor { get; init; }
    public LocalDate? PaidOn { get; set; }

    /// <summary>Of our payment.</summary>
    public string? PaymentReference { get; set; }
    public string? Notes { get; init; }

    public Money Amount => new(AmountMinor, Currency);
}
