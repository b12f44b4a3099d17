namespace BillingBot.Knowledge.Billing.Import;

/// <summary>What a file says a payment pays.</summary>
internal sealed class AllocationRecord
{
    public required CsvRow Row { get; init; }
    public required string InvoiceNumber { get; init; }
    public required long AmountMinor { get; init; }

    /// <summary>Known once compared with the database.</summary>
    public long InvoiceId { get; set; }
}
