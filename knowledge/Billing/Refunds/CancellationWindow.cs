using NodaTime;

namespace BillingBot.Knowledge.Billing.Refunds;

/// <summary>
/// From when to when something can be given back. Partner Center dates are UTC, so calendar days are days in UTC; the
/// day of purchase is taken as the first, which is the earliest end the rule can mean: nobody is told a time too late.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Start">The purchase, the renewal or the adding of seats.</param>
public sealed record CancellationWindow(RefundRule Rule, Instant Start)
{
    /// <summary>Exclusive; null when the rule has no window.</summary>
    public Instant? End { get; } = Rule switch
    {
        { Hours: { } hours } => Start + Duration.FromHours(hours),
        { CalendarDays: { } days } => Start.InUtc().Date.PlusDays(days).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(),
        _ => null,
    };

    /// <summary>The legacy platform credits everything before this moment, and by the day from then on.</summary>
    public Instant FirstMonthEnds => Start.InUtc().Date.PlusMonths(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();

    public bool IsOpenAt(Instant now) => End is null || now < End;

    /// <summary>Days of a cycle that are given back when it ends today, in UTC; today counts as used.</summary>
    /// <param name="cycle">Length of the cycle that was charged, such as a month.</param>
    /// <param name="now">When it ends.</param>
    /// <returns>Null when the first cycle is over.</returns>
    public (int Unused, int Days)? UnusedAt(Period cycle, Instant now)
    {
        var first = Start.InUtc().Date;
        var days = Period.DaysBetween(first, first + cycle);
        var unused = days - Period.DaysBetween(first, now.InUtc().Date) - 1;
        return unused >= 0 && unused < days ? (unused, days) : null;
    }
}
