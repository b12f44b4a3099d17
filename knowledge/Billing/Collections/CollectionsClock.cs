using NodaTime;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>
/// Counts effective days past due: the days after the due date on which the clock did not stand still. Pauses that
/// overlap count once. Days are the customer's calendar days.
/// </summary>
public static class CollectionsClock
{
    /// <summary>Effective days past due at the end of <paramref name="day"/>; 0 up to the due date.</summary>
    public static int DaysOn(LocalDate day, LocalDate due, IEnumerable<CollectionsPause> pauses)
    {
        var counted = 0;
        var last = due;
        foreach (var (first, end) in StoppedDays(due, pauses))
        {
            if (first > day)
            {
                break;
            }

            counted += Period.DaysBetween(last, first) - 1;
            last = end ?? day;
        }

        return counted + Math.Max(0, Period.DaysBetween(last, day));
    }

    /// <summary>The first day with that many effective days past due.</summary>
    /// <param name="days">1 or more.</param>
    /// <param name="due">The due date.</param>
    /// <param name="pauses">In any order.</param>
    /// <returns>Null when the clock stands still before, and nobody knows until when.</returns>
    public static LocalDate? Reaches(int days, LocalDate due, IEnumerable<CollectionsPause> pauses)
    {
        var last = due;
        foreach (var (first, end) in StoppedDays(due, pauses))
        {
            var between = Period.DaysBetween(last, first) - 1;
            if (days <= between)
            {
                break;
            }

            if (end is null)
            {
                return null;
            }

            days -= between;
            last = end.Value;
        }

        return last.PlusDays(days);
    }

    /// <summary>Stretches of days after the due date that do not count, in order, apart from each other; only the last may have no end.</summary>
    private static List<(LocalDate First, LocalDate? Last)> StoppedDays(LocalDate due, IEnumerable<CollectionsPause> pauses)
    {
        var merged = new List<(LocalDate First, LocalDate? Last)>();
        var stopped = pauses
            .Select(pause => (First: LocalDate.Max(pause.Since, due).PlusDays(1), Last: pause.Until))
            .Where(days => days.Last is null || days.First <= days.Last)
            .OrderBy(days => days.First);
        foreach (var days in stopped)
        {
            if (merged is [.., var before] && (before.Last is null || days.First <= before.Last.Value.PlusDays(1)))
            {
                var last = before.Last is { } one && days.Last is { } other ? LocalDate.Max(one, other) : (LocalDate?)null;
                merged[^1] = (before.First, last);
            }
            else
            {
                merged.Add(days);
            }
        }

        return merged;
    }
}
