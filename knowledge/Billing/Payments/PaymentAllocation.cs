namespace BillingBot.Knowledge.Billing.Payments;

/// <summary>The part of a payment that pays one invoice.</summary>
public sealed class PaymentAllocation
{
    public long PaymentId { get; init; }
    public Payment? Payment { get; set; }
    public long InvoiceId { get; init; }

    /// <summary>In minor units of the invoice's currency, which is the payment's.</summary>
    public required long AmountMinor { get; set; }
}
