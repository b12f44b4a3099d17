namespace BillingBot.Knowledge.Billing.Import;

/// <summary>A customer with the contacts a file names.</summary>
internal sealed record CustomerRecord(Customer Customer, IReadOnlyList<ContactRecord> Contacts);
