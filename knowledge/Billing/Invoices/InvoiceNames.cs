namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>What a customer may call their invoices by, without anything that is booked on them.</summary>
/// <param name="Numbers">As printed, newest first.</param>
/// <param name="Products">Names of the products on the lines, each once.</param>
public sealed record InvoiceNames(IReadOnlyList<string> Numbers, IReadOnlyList<string> Products)
{
    public static readonly InvoiceNames None = new([], []);
}
