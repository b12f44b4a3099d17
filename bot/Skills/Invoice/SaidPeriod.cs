using NodaTime;

namespace BillingBot.Skills.Invoice;

/// <summary>A time in the customer's words.</summary>
/// <param name="Meanings">First day and the day after the last: "Friday" may be the last or the next one. Likeliest first, never empty.</param>
internal sealed record SaidPeriod(IReadOnlyList<(LocalDate Start, LocalDate End)> Meanings);
