using Microsoft.Recognizers.Text.DataTypes.TimexExpression;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Recognizers;

/// <summary>From the first moment to the first one after; both the same for a point in time.</summary>
internal sealed record TimexPeriod(LocalDateTime Start, LocalDateTime End)
{
    public const string Present = "PRESENT_REF";

    private static readonly LocalDatePattern Iso = LocalDatePattern.Iso;

    /// <param name="timex">One that leaves no year, month or week open.</param>
    /// <param name="reference">The present; also the day that a time without a date falls on.</param>
    /// <returns>Null where a TIMEX has no place on the calendar: seasons, fiscal years, 30 February.</returns>
    public static TimexPeriod? Of(string timex, LocalDateTime reference)
    {
        if (timex is ['(', .. var inner, ')'])
        {
            var parts = inner.Split(',');
            return parts.Length >= 2 && Point(parts[0], reference) is { } from && Point(parts[1], reference) is { } to
                ? new(from, to)
                : null;
        }

        if (Point(timex, reference) is { } point)
            return new(point, point);
        if (PartOfDay.Split(timex) is var (date, part))
        {
            var day = date.Length == 0 ? reference.Date : Point(date, reference)?.Date;
            return day is { } known ? new(known + part.Start, known + part.End) : null;
        }

        return Calendar(timex, reference);
    }

    private static LocalDateTime? Point(string timex, LocalDateTime reference)
    {
        if (timex == Present)
            return reference;
        var property = new TimexProperty(timex);
        if (property.PartOfDay is not null)
            return null;
        var time = new LocalTime(property.Hour % 24 ?? 0, property.Minute ?? 0, property.Second ?? 0);
        return property switch
        {
            { Year: { } year, Month: { } month, DayOfMonth: { } day } => OnCalendar(year, month, day) is { } date ? date + time : null,
            { Year: null, Month: null, DayOfWeek: null, DayOfMonth: null, Hour: not null } => reference.Date + time,
            _ => null,
        };
    }

    private static TimexPeriod? Calendar(string timex, LocalDateTime reference)
    {
        var resolved = TimexResolver.Resolve([timex], reference.ToDateTimeUnspecified()).Values;
        return resolved is [{ Start: { } start, End: { } end }] && Iso.Parse(start) is { Success: true } from && Iso.Parse(end) is { Success: true } to
            ? new(from.Value.AtMidnight(), to.Value.AtMidnight())
            : null;
    }

    private static LocalDate? OnCalendar(int year, int month, int day) =>
        year is > 0 and < 9999 && month is > 0 and <= 12 && day > 0 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
}
