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

    /// <param name="LookedFor">What was looked for, in the turn's language; a stranger's number reads the same as one that does not exist.</param>
    public sealed record None(string LookedFor) : InvoiceSelection;

    /// <summary>Nobody we know asks: whose invoices they would be is not known.</summary>
    public sealed record WhoAsks : InvoiceSelection;
}
