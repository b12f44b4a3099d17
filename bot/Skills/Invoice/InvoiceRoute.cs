namespace BillingBot.Skills.Invoice;

/// <summary>Where words that name an invoice lead.</summary>
/// <param name="ArticleId">The article whose skill deals with it.</param>
/// <param name="MayBeBeside">
/// A number was named, but not every word is about invoices: "paid 0142 by card and wire" asks about a double payment.
/// </param>
internal sealed record InvoiceRoute(string ArticleId, bool MayBeBeside);
