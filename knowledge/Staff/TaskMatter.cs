using NodaTime;

namespace BillingBot.Knowledge.Staff;

/// <summary>What the task of a dispute or a promise to pay is about, so that it can be told in the reader's language.</summary>
/// <param name="Invoice">The invoice's number.</param>
/// <param name="Person">Name of who disputes or promises; null when it is not known.</param>
/// <param name="Promised">The promised day; null of a dispute.</param>
/// <param name="Place">Of the dispute or promise among those of the invoice, from 1.</param>
public sealed record TaskMatter(string Invoice, string? Person, LocalDate? Promised, int Place);
