using NodaTime;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>A credit note as a file tells it. Invoice and amount are known once compared: the currency is the invoice's.</summary>
internal sealed class CreditNoteRecord
{
    public required string Number { get; init; }
    public required string InvoiceNumber { get; init; }
    public required LocalDate IssuedOn { get; init; }
    public string? Reason { get; init; }
    public PayableInvoice? Invoice { get; set; }
    public long AmountMinor { get; set; }
}
