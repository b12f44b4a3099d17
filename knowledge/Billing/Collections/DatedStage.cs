using NodaTime;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>A stage of the policy on the calendar of one invoice.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="From">The customer's calendar day from which it holds; null while nobody knows when the clock goes on.</param>
public sealed record DatedStage(CollectionsStage Stage, LocalDate? From);
