using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;

namespace BillingBot.Recognizers;

/// <summary>
/// Dates an undated TIMEX (<c>XXXX-WXX-6</c>) twice: the last one gone by and the next to come, today being to come.
/// The TIMEX library only offers last year's and this year's, whatever the day.
/// </summary>
internal static partial class UndatedTimex
{
    private const int LongestLeapGap = 8;
    private const string Year = "uuuu";
    private const string Month = "uuuu-MM";
    private const string Day = "uuuu-MM-dd";

    /// <returns>The past one and the coming one; the TIMEX itself when already dated; none when no calendar has it (30 February).</returns>
    public static IReadOnlyList<string> Dated(string timex, LocalDate today)
    {
        if (!timex.Contains("XX", StringComparison.Ordinal))
            return [timex];
        if (timex is ['(', .. var inner, ')'] && inner.Split(',') is [var start, var end, var length])
            return Ranges(start, end, length, today);

        var (date, time) = SplitTime(timex);
        return [.. Candidates(date, today).Select(candidate => candidate.Timex + time)];
    }

    private static List<string> Ranges(string start, string end, string length, LocalDate today)
    {
        var (startDate, startTime) = SplitTime(start);
        var (endDate, endTime) = SplitTime(end);
        if (Dated(startDate) is { } known)
            return [.. Candidates(endDate, known).TakeLast(1).Select(last => $"({start},{last.Timex}{endTime},{length})")];
        if (endDate == TimexPeriod.Present || Dated(endDate) is not null)
            return [.. Candidates(startDate, Dated(endDate) ?? today).Take(1).Select(first => $"({first.Timex}{startTime},{end},{length})")];

        // Whole months: the month we stand in is still to come, as it is when said alone.
        var since = length.EndsWith('M') && startTime.Length == 0 ? today.With(DateAdjusters.StartOfMonth) : today;
        var ranges = new List<string>();
        foreach (var from in Candidates(startDate, since))
        {
            if (Candidates(endDate, from.Day) is not [.., var to])
                continue;
            ranges.Add($"({from.Timex}{startTime},{to.Timex}{endTime},{length})");

            // "May to March" said in September: we stand in it, so nobody means the one after.
            if (from.Day < since && since <= to.Day)
                break;
        }

        return ranges;
    }

    private static List<(string Timex, LocalDate Day)> Candidates(string date, LocalDate today)
    {
        if (date is "XXXX" or "XXXX-XX" or "XXXX-WXX" or "XXXX-WXX-WE" || Fields().Match(date) is not { Success: true } match)
            return Current(date, today);
        int? Number(string name) => match.Groups[name] is { Success: true } group
            ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture)
            : null;

        var monday = Monday(today);
        var first = today.With(DateAdjusters.StartOfMonth);
        return (Number("month"), Number("week"), Number("weekday"), Number("day")) switch
        {
            ({ } month, _, { } weekday, _) => Around(today, 1, i => Nth(today.Year + i, month, weekday, Number("nth") ?? 1), Day),
            ({ } month, { } week, _, _) => Around(first, 1, i => OnCalendar(today.Year + i, month, 1), Month, $"-W{week:00}"),
            ({ } month, _, _, { } day) => Around(today, LongestLeapGap, i => OnCalendar(today.Year + i, month, day), Day),
            ({ } month, _, _, _) => Around(first, 1, i => OnCalendar(today.Year + i, month, 1), Month),
            (_, _, _, { } day) => Around(today, 2, i => OnCalendar(first.PlusMonths(i).Year, first.PlusMonths(i).Month, day), Day),
            (_, _, { } weekday, _) => Around(today, 1, i => monday.PlusWeeks(i).PlusDays(weekday - 1), Day),
            _ => [],
        };
    }

    private static List<(string Timex, LocalDate Day)> Around(
        LocalDate today, int reach, Func<int, LocalDate?> occurrence, string pattern, string suffix = "")
    {
        var days = Enumerable.Range(-reach, (2 * reach) + 1).Select(occurrence).OfType<LocalDate>().ToList();
        return [.. days.Where(day => day < today).TakeLast(1).Concat(days.Where(day => day >= today).Take(1))
            .Select(day => (Format(pattern, day) + suffix, day))];
    }

    private static List<(string Timex, LocalDate Day)> Current(string date, LocalDate today)
    {
        var week = $"{WeekYearRules.Iso.GetWeekYear(today)}-W{WeekYearRules.Iso.GetWeekOfWeekYear(today):00}";
        return date switch
        {
            "XXXX" => [(Format(Year, today), today)],
            "XXXX-XX" => [(Format(Month, today), today)],
            "XXXX-WXX" => [(week, Monday(today))],
            "XXXX-WXX-WE" => [(week + "-WE", Monday(today).PlusDays(5))],
            _ => [],
        };
    }

    private static LocalDate Monday(LocalDate day) => day.PlusDays(1).Previous(IsoDayOfWeek.Monday);

    private static string Format(string pattern, LocalDate day) => LocalDatePattern.CreateWithInvariantCulture(pattern).Format(day);

    private static LocalDate? Nth(int year, int month, int weekday, int nth)
    {
        var first = new LocalDate(year, month, 1).PlusDays(-1).Next((IsoDayOfWeek)weekday);
        var day = first.PlusWeeks(nth - 1);
        return day.Month == month ? day : null;
    }

    private static LocalDate? OnCalendar(int year, int month, int day) =>
        month is > 0 and <= 12 && day > 0 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static LocalDate? Dated(string date) => LocalDatePattern.Iso.Parse(date) is { Success: true } parsed ? parsed.Value : null;

    private static (string Date, string Time) SplitTime(string timex) =>
        timex.IndexOf('T', StringComparison.Ordinal) is > 0 and var at && !timex.StartsWith("PRESENT", StringComparison.Ordinal)
            ? (timex[..at], timex[at..])
            : (timex, "");

    [GeneratedRegex(@"^XXXX-(?:XX|(?<month>\d\d))?(?:-?WXX-(?<weekday>\d)(?:-\#(?<nth>\d))?|-W(?<week>\d\d)|-(?<day>\d\d))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Fields();
}
