namespace BillingBot.Knowledge.Billing.ProviderLedger;

/// <summary>An invoice of Microsoft's as somebody typed it; empty is not given.</summary>
public sealed record ProviderInvoiceFields
{
    public string? Number { get; init; }
    public string? PeriodStart { get; init; }
    public string? PeriodEnd { get; init; }
    public string? IssuedOn { get; init; }

    /// <summary>Not given: the invoice date and 60 days.</summary>
    public string? DueOn { get; init; }
    public string? Amount { get; init; }
    public string? Currency { get; init; }
    public string? PaidOn { get; init; }
    public string? Reference { get; init; }
    public string? Notes { get; init; }
}
