namespace BillingBot.Knowledge.Billing.Import;

/// <summary>What a booking must know of an invoice.</summary>
internal sealed record PayableInvoice(long Id, string Number, string CustomerId, string Currency);
