using BillingBot.Knowledge.Billing.Invoices;
using NodaTime;

namespace BillingBot.Skills.Invoice;

/// <summary>The invoices that fit a question, and how the question was taken where it could be taken in two ways.</summary>
/// <param name="Accounts">Newest first.</param>
internal sealed record InvoiceMatches(IReadOnlyList<InvoiceAccount> Accounts)
{
    /// <summary>The said time, as it was taken; null when none was said.</summary>
    public (LocalDate Start, LocalDate End)? Period { get; init; }

    /// <summary>Invoices that a said month means too when it is the month of issue; empty when that makes no difference.</summary>
    public IReadOnlyList<InvoiceAccount> ByIssue { get; init; } = [];

    /// <summary>No invoice has the said amount; these are the nearest.</summary>
    public bool IsNearestAmount { get; init; }
}
