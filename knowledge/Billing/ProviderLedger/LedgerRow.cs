namespace BillingBot.Knowledge.Billing.ProviderLedger;

/// <summary>An invoice and where it stood: "line 3", or "" for one alone.</summary>
public sealed record LedgerRow(string Place, ProviderInvoiceFields Fields);
