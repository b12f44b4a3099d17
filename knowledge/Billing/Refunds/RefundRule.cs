using NodaTime;

namespace BillingBot.Knowledge.Billing.Refunds;

/// <summary>How long something can be given back, and what for.</summary>
/// <param name="Case">What it is about.</param>
/// <param name="CalendarDays">Days of the window, counted in UTC; the day it starts on is the first. Null: no such window.</param>
/// <param name="Hours">Hours of the window; null: no such window.</param>
/// <param name="Given">What is given back within the window, or at any time where there is none.</param>
/// <param name="Source">Where the rule is from, as customers may read it.</param>
/// <param name="ValidFrom">Not known to hold for what started before.</param>
public sealed record RefundRule(
    RefundCase Case, int? CalendarDays, int? Hours, RefundGiven Given, string Source, LocalDate? ValidFrom = null)
{
    public bool HasWindow => CalendarDays is not null || Hours is not null;

    public bool HoldsFor(Instant start) => !(start.InUtc().Date < ValidFrom);
}
