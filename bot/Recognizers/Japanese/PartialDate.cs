using System.Globalization;
using NodaTime;

namespace BillingBot.Recognizers.Japanese;

/// <summary>A date with as much as was said: 15日, 9月15日, 2026年9月15日, or only 金曜.</summary>
/// <param name="Nth">With month and weekday: 9月の第2月曜.</param>
internal sealed record PartialDate(int? Year, int? Month, int? Day, IsoDayOfWeek? Weekday = null, int? Nth = null)
{
    /// <summary>Years from one 29 February to the next over 1900 or 2100, and the year that starts the count.</summary>
    private const int LongestLeapGap = 9;

    public static PartialDate On(LocalDate date) => new(date.Year, date.Month, date.Day);

    public static PartialDate On(IsoDayOfWeek weekday) => new(null, null, null, weekday);

    /// <summary>Null while something is open, or where no calendar has it (30 February).</summary>
    public LocalDate? Known => this is { Year: { } year, Month: { } month, Day: { } day }
        && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    public string Timex => (Weekday, Nth) switch
    {
        ({ } weekday, { } nth) => string.Create(CultureInfo.InvariantCulture, $"XXXX-{Month:00}-WXX-{(int)weekday}-#{nth}"),
        ({ } weekday, null) => string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{(int)weekday}"),
        _ => $"{Field(Year, "0000")}-{Field(Month, "00")}-{Field(Day, "00")}",
    };

    /// <summary>The year, month and day left open, taken from where the range started: 3月1日から15日.</summary>
    public PartialDate After(PartialDate start)
    {
        if (Weekday is { } weekday)
            return start.Known is { } day ? On(day.Next(weekday)) : this;
        var month = Month ?? start.Month;
        var year = Year ?? start.Year;
        if (Year is null && Month is not null && (month, Day).CompareTo((start.Month, start.Day)) < 0)
            year++;
        if (Month is null && Day < start.Day && ++month > 12)
            (year, month) = (year + 1, 1);
        return new(year, month, Day);
    }

    /// <summary>The year left open, taken from where the range ends: 11月から2017年2月5日.</summary>
    public PartialDate Before(PartialDate end)
    {
        if (end.Known is not { } last || Known is not null)
            return this;
        if (Weekday is { } weekday)
            return On(last.Previous(weekday));
        var month = Month ?? last.Month;
        return new(Year ?? ((month, Day).CompareTo((last.Month, last.Day)) > 0 ? last.Year - 1 : last.Year), month, Day);
    }

    /// <summary>Some day that fits, for counting how long a range is.</summary>
    public LocalDate? Nominal(LocalDate notBefore)
    {
        if (Known is { } known)
            return known;
        if (Weekday is { } weekday)
            return notBefore.PlusDays(-1).Next(weekday);
        var year = Year ?? notBefore.Year;
        var month = Month ?? notBefore.Month;
        for (var (step, tries) = (Month is null ? 1 : 12, Year is null ? LongestLeapGap : 1); tries > 0; tries--)
        {
            if (new PartialDate(year, month, Day).Known is { } date && (date >= notBefore || Year is not null))
                return date;
            (year, month) = (year + ((month + step - 1) / 12), ((month + step - 1) % 12) + 1);
        }

        return null;
    }

    private static string Field(int? value, string format) =>
        value?.ToString(format, CultureInfo.InvariantCulture) ?? format.Replace('0', 'X');
}
