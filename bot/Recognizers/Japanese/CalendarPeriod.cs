using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace BillingBot.Recognizers.Japanese;

/// <summary>A stretch of the calendar that can also begin or end a range.</summary>
/// <param name="Timex">For example <c>2026-09</c>, <c>XXXX-09</c>, <c>2026-W48</c>, <c>2026</c>.</param>
/// <param name="First">Its first day.</param>
/// <param name="Unit">Y, M or W where it is one whole calendar year, month or week; else empty.</param>
internal sealed record CalendarPeriod(string Timex, PartialDate First, string Unit)
{
    public static CalendarPeriod Year(int year) =>
        new(year.ToString("0000", CultureInfo.InvariantCulture), new(year, 1, 1), "Y");

    public static CalendarPeriod Month(int? year, int month)
    {
        var open = year?.ToString("0000", CultureInfo.InvariantCulture) ?? "XXXX";
        return new(string.Create(CultureInfo.InvariantCulture, $"{open}-{month:00}"), new(year, month, 1), "M");
    }

    /// <summary>The ISO week that <paramref name="day"/> falls in.</summary>
    public static CalendarPeriod Week(LocalDate day)
    {
        var monday = MondayOf(day);
        return new(WeekTimex(day), PartialDate.On(monday), "W");
    }

    public static CalendarPeriod Weekend(LocalDate day) =>
        new(WeekTimex(day) + "-WE", PartialDate.On(MondayOf(day).PlusDays(5)), "");

    /// <summary>Some months from a first of a month on; the year may be open.</summary>
    public static CalendarPeriod Months(int? year, int firstMonth, int count, string length)
    {
        var after = firstMonth + count;
        var first = new PartialDate(year, firstMonth, 1);
        var next = after > 12 ? new PartialDate(year + 1, after - 12, 1) : new(year, after, 1);
        return new($"({first.Timex},{next.Timex},{length})", first, "");
    }

    public static CalendarPeriod Days(PartialDate first, PartialDate end, int count) =>
        new(string.Create(CultureInfo.InvariantCulture, $"({first.Timex},{end.Timex},P{count}D)"), first, "");

    public static LocalDate MondayOf(LocalDate day) => day.PlusDays(1).Previous(IsoDayOfWeek.Monday);

    private static string WeekTimex(LocalDate day) => string.Create(
        CultureInfo.InvariantCulture, $"{WeekYearRules.Iso.GetWeekYear(day):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(day):00}");
}
