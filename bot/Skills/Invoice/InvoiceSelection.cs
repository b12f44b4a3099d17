using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Skills.Invoice;

/// <summary>Which of the customer's invoices the words mean.</summary>
internal abstract record InvoiceSelection
{
    private InvoiceSelection()
    {
    }

    public sealed record One(InvoiceAccount Account) : InvoiceSelection;

    /// <param name="Accounts">Newest first.</param>
    public sealed record Several(IReadOnlyList<InvoiceAccount> Accounts) : InvoiceSelection;

    /// <param name="LookedFor">
    /// What was looked for, in the turn's language, to stand after "no": "unpaid invoice from September 2026". A stranger's
    /// number reads the same as one that does not exist.
    /// </param>
    public sealed record None(string LookedFor) : InvoiceSelection
    {
        /// <summary>Invoices that fit when the said state is left aside.</summary>
        public IReadOnlyList<InvoiceAccount> Nearest { get; init; } = [];
    }

    /// <summary>Nobody we know asks: whose invoices they would be is not known.</summary>
    public sealed record WhoAsks : InvoiceSelection;
}
