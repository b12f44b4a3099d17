using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Skills.Invoice;

/// <summary>Finds the invoices that the words of a turn mean, among those of the person's customer only.</summary>
internal sealed class InvoiceFinder(Receivables receivables)
{
    public async Task<InvoiceSelection> FindAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Person is not { } person)
        {
            return new InvoiceSelection.WhoAsks();
        }

        var all = await receivables.AllAsync(person.CustomerId, person.Today(turn.Now), cancellationToken);
        var number = InvoiceNumberReader.Read(turn.Text) ?? turn.State.LastInvoice;
        var found = number is null ? all : [.. all.Where(account => account.Invoice.NumberKey == InvoiceNumbers.Key(number))];
        return found switch
        {
            [] => new InvoiceSelection.None(number ?? turn.Text),
            [var one] => new InvoiceSelection.One(one),
            _ => new InvoiceSelection.Several(found),
        };
    }
}
