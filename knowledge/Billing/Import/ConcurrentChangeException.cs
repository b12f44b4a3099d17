namespace BillingBot.Knowledge.Billing.Import;

/// <summary>The database changed between checking and writing; checking again finds out how.</summary>
internal sealed class ConcurrentChangeException() : Exception("Somebody else wrote the same records at the same time.");
