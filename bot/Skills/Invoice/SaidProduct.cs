using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Skills.Invoice;

/// <summary>A product in the customer's words.</summary>
/// <param name="AsSaid">To be said again.</param>
/// <param name="Family">Azure, Microsoft 365 or Dynamics 365; Any when the words are of a product's name.</param>
/// <param name="Words">Words that the product's name must have.</param>
internal sealed record SaidProduct(string AsSaid, Product Family, IReadOnlyList<string> Words)
{
    public bool IsOn(InvoiceAccount account) => account.Invoice.Lines.Exists(IsOf);

    private bool IsOf(InvoiceLine line) => Words.Count > 0
        ? Words.All(word => line.ProductName.Contains(word, StringComparison.OrdinalIgnoreCase))
        : line.Product == Family || line.ProductName.Contains(AsSaid, StringComparison.OrdinalIgnoreCase);
}
