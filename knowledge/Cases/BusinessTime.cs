using BillingBot.Knowledge.Support;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>Reckons with time in which a calendar is open; nights, lunch breaks and holidays never count.</summary>
public static class BusinessTime
{
    /// <summary>A calendar looks a little more than a year ahead at a time.</summary>
    private static readonly Duration Stretch = Duration.FromDays(365);

    /// <summary>After this many stretches without enough open time there is none.</summary>
    private const int MostStretches = 5;

    /// <summary>How much of the time between the two was open; zero when <paramref name="to"/> is not later.</summary>
    public static Duration Between(SupportCalendar calendar, Instant from, Instant to)
    {
        if (calendar.IsAlwaysOpen)
        {
            // Else a year of days would be joined to one, for each case at each look.
            return from < to ? to - from : Duration.Zero;
        }

        var open = Duration.Zero;
        for (var start = from; start < to; start += Stretch)
        {
            var end = Instant.Min(start + Stretch, to);
            open += Periods(calendar, start, end).Aggregate(Duration.Zero, (sum, period) => sum + (period.End - period.Start));
        }

        return open;
    }

    /// <summary>When that much open time has passed; null when it never will.</summary>
    public static Instant? After(SupportCalendar calendar, Instant from, Duration open)
    {
        if (calendar.IsAlwaysOpen)
        {
            return from + open;
        }

        var rest = open;
        for (var stretch = 0; stretch < MostStretches; stretch++)
        {
            var start = from + (Stretch * stretch);
            foreach (var period in Periods(calendar, start, start + Stretch))
            {
                if (period.Start + rest <= period.End)
                {
                    return period.Start + rest;
                }

                rest -= period.End - period.Start;
            }
        }

        return null;
    }

    /// <summary>The open periods within the stretch, cut to it.</summary>
    private static IEnumerable<OpenPeriod> Periods(SupportCalendar calendar, Instant from, Instant to) => calendar.Openings(from)
        .TakeWhile(period => period.Start < to)
        .Select(period => new OpenPeriod(Instant.Max(period.Start, from), Instant.Min(period.End, to)));
}
