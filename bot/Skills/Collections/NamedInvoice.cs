using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Skills.Collections;

/// <summary>An invoice number in a customer's words.</summary>
/// <param name="Account">The invoice; null where the customer has none of that number.</param>
/// <param name="Number">The number.</param>
/// <param name="Rest">The words beside it.</param>
internal sealed record NamedInvoice(InvoiceAccount? Account, string Number, string Rest);
