namespace BillingBot.Knowledge.Billing.Import;

/// <summary>A record whose customer nobody knows.</summary>
/// <param name="Key">Kind and natural key, for example <c>invoice:INV-2026-0142</c>.</param>
/// <param name="Subject">One line for staff.</param>
/// <param name="Rows">Its rows as JSON.</param>
internal sealed record UnknownRecord(string Key, string Subject, string Rows);
