using System.Text.RegularExpressions;
using NodaTime;

namespace BillingBot.Recognizers.Japanese;

/// <summary>Days told from today: 明日, 来週の月曜, 金曜日, 来月の第1月曜.</summary>
internal static partial class RelativeDayReader
{
    public static Phrase? Read(FoldedText source, int at) =>
        Named(source, at) ?? NthWeekday(source, at) ?? Weekday(source, at);

    private static Phrase? Named(FoldedText source, int at) =>
        NamedDay().Match(source.Text, at) is { Success: true } match
            ? new(match.Index + match.Length) { Date = PartialDate.On(source.Today.PlusDays(RelativeWords.Day(match.Value))) }
            : null;

    private static Phrase? Weekday(FoldedText source, int at)
    {
        if (WeekdayOfWeek().Match(source.Text, at) is not { Success: true } match)
            return null;
        var end = match.Index + match.Length;
        var weekday = Weekdays.Of(match.Groups["weekday"].Value);
        var today = source.Today;
        if (match.Groups["week"] is { Success: true } week)
        {
            var monday = CalendarPeriod.MondayOf(today).PlusWeeks(RelativeWords.Week(week.Value));
            return new(end) { Date = PartialDate.On(monday.PlusDays((int)weekday - 1)) };
        }

        return match.Groups["side"].Value switch
        {
            "" => new(end) { Date = PartialDate.On(weekday) },
            "前の" => new(end) { Date = PartialDate.On(today.Previous(weekday)) },
            _ => new(end) { Date = PartialDate.On(today.Next(weekday)) },
        };
    }

    private static Phrase? NthWeekday(FoldedText source, int at)
    {
        if (NthWeekdayOfMonth().Match(source.Text, at) is not { Success: true } match)
            return null;
        var year = Years.Of(match, source, out var wrong);
        if (wrong)
            return null;
        var end = match.Index + match.Length;
        var weekday = Weekdays.Of(match.Groups["weekday"].Value);
        var nth = Numerals.Parse(match.Groups["nth"].Value)!.Value;
        if (match.Groups["month"] is { Success: true } said && year is null)
            return new(end) { Date = new(null, Numerals.Parse(said.Value), null, weekday, nth) };

        var first = match.Groups["month"] is { Success: true } month
            ? new LocalDate(year!.Value, Numerals.Parse(month.Value)!.Value, 1)
            : source.Today.With(DateAdjusters.StartOfMonth).PlusMonths(RelativeWords.Month(match.Groups["near"].Value));
        var day = first.PlusDays(-1).Next(weekday).PlusWeeks(nth - 1);
        return new(end)
        {
            Date = new(null, first.Month, null, weekday, nth),
            Days = day.Month == first.Month ? [day] : [],
        };
    }

    [GeneratedRegex(@"\G" + RelativeWords.Days, Pattern.Options, Timeout.Infinite)]
    private static partial Regex NamedDay();

    [GeneratedRegex(@"\G(?:(?<week>" + RelativeWords.Weeks + ")の? ?|(?<side>次の|今度の|前の))?(?<weekday>[月火水木金土日])曜日?", Pattern.Options, Timeout.Infinite)]
    private static partial Regex WeekdayOfWeek();

    [GeneratedRegex(@"\G(?:(?<near>" + RelativeWords.Months + ")|" + Years.Pattern + "(?<month>" + Numerals.Month + ")月)の?第(?<nth>[1-5一二三四五])の?(?<weekday>[月火水木金土日])曜日?", Pattern.Options, Timeout.Infinite)]
    private static partial Regex NthWeekdayOfMonth();
}
