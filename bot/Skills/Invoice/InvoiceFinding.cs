namespace BillingBot.Skills.Invoice;

/// <summary>What was asked and what was found for it.</summary>
internal sealed record InvoiceFinding(InvoiceQuestion Question, InvoiceSelection Selection)
{
    public InvoiceMatches Matches { get; init; } = new([]);

    /// <summary>The customer has invoices, whether or not one is meant.</summary>
    public bool HasInvoices { get; init; }

    /// <summary>An amount was said by somebody who may not see amounts; whether one fits must not be told them either.</summary>
    public bool AmountLeftOut { get; init; }
}
