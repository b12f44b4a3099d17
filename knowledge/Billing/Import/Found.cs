namespace BillingBot.Knowledge.Billing.Import;

/// <summary>A record that was read.</summary>
/// <param name="Record">What the rows say.</param>
/// <param name="Key">Its natural key, comparable.</param>
/// <param name="Row">The first of its rows.</param>
internal sealed record Found<TRecord>(TRecord Record, string Key, CsvRow Row);
