using NodaTime;

namespace BillingBot.Knowledge.Billing.Payments;

/// <summary>Money that came in. What is not allocated waits for the payer to name an invoice.</summary>
public sealed class Payment
{
    public long Id { get; init; }

    /// <summary>The partner's or the bank's reference; unique.</summary>
    public required string Reference { get; init; }
    public required string CustomerId { get; init; }
    public required LocalDate ReceivedOn { get; set; }
    public required string Currency { get; set; }
    public required long AmountMinor { get; set; }
    public List<PaymentAllocation> Allocations { get; init; } = [];
}
