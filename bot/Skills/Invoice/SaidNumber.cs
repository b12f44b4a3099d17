namespace BillingBot.Skills.Invoice;

/// <summary>An invoice number in the customer's words.</summary>
/// <param name="AsSaid">Half-width, upper case.</param>
/// <param name="Numbers">The customer's own invoices that it may mean, as printed; none when it is nobody's or a stranger's.</param>
internal sealed record SaidNumber(string AsSaid, IReadOnlyList<string> Numbers);
