using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Skills.Invoice;

/// <summary>What several invoices come to.</summary>
/// <param name="Unpaid">Those with something outstanding.</param>
internal sealed record InvoiceTotals(IReadOnlyList<InvoiceAccount> Unpaid)
{
    public IReadOnlyList<InvoiceAccount> Overdue { get; } = [.. Unpaid.Where(account => account.Has(SaidState.Overdue))];

    /// <summary>The next to fall due, today included.</summary>
    public InvoiceAccount? NextDue { get; } = Unpaid.Where(account => account.Invoice.DueOn >= account.Today).MinBy(account => account.Invoice.DueOn);

    public static InvoiceTotals Of(IEnumerable<InvoiceAccount> accounts) => new([.. accounts.Where(account => account.IsUnpaid)]);

    /// <summary>One sum a currency; currencies are never added up.</summary>
    public static IReadOnlyList<Money> Outstanding(IEnumerable<InvoiceAccount> accounts) =>
    [
        .. accounts.GroupBy(account => account.Invoice.Currency, account => account.Outstanding.Minor, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Money(group.Sum(), group.Key)),
    ];
}
