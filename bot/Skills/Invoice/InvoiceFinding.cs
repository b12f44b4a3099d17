using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Skills.Invoice;

/// <summary>What was asked and what was found for it.</summary>
internal sealed record InvoiceFinding(InvoiceQuestion Question, InvoiceSelection Selection)
{
    public InvoiceMatches Matches { get; init; } = new([]);

    /// <summary>All invoices of the customer, newest first.</summary>
    public IReadOnlyList<InvoiceAccount> All { get; init; } = [];

    /// <summary>An amount was said by somebody who may not see amounts; whether one fits must not be told them either.</summary>
    public bool AmountLeftOut { get; init; }
}
