using NodaTime;

namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>
/// Until when the evidence for a credit must be in: the end of the month after the month in which the incident began. Partner
/// Center's dates are UTC, so that is what the months are in.
/// </summary>
public static class CreditDeadline
{
    /// <summary>The last day.</summary>
    public static LocalDate For(Instant incidentFrom) => incidentFrom.InUtc().Date.With(DateAdjusters.EndOfMonth).PlusDays(1).With(DateAdjusters.EndOfMonth);

    /// <summary>The moment from which it is too late.</summary>
    public static Instant TooLateFrom(LocalDate lastDay) => lastDay.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
}
