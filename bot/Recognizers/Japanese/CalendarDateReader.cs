using System.Text.RegularExpressions;
using NodaTime;

namespace BillingBot.Recognizers.Japanese;

/// <summary>Days of the calendar: 2026年9月10日(木), 来月の4日, 15日, 9/10, 2026-09-10, R8.9.10.</summary>
internal static partial class CalendarDateReader
{
    // 10日分 is an amount, 二日酔い and 四日市 are words, 2、3日 is a few days; 10日前 and 10日以内 are read elsewhere.
    private const string NotACount =
        "(?!間|以内|以上|未満|前後|目|分|ぶん|ごと|毎|おき|ほど|くらい|ぐらい|程度|連続|当たり|あたり|に[0-9一]+回|を[超上下]|もかか|かか|酔|市|町|坊|月(?!曜))";

    public static Phrase? Read(FoldedText source, int at) =>
        InMonth(source, at) ?? Holiday(source, at) ?? InRelativeMonth(source, at) ?? Numeric(source, at) ?? DayOnly(source, at);

    private static Phrase? InMonth(FoldedText source, int at)
    {
        if (MonthAndDay().Match(source.Text, at) is not { Success: true } match)
            return null;
        var year = Years.Of(match, source, out var wrong);
        if (wrong)
            return null;
        var (month, day) = (Numerals.Parse(match.Groups["month"].Value), Numerals.Parse(match.Groups["day"].Value));
        return new(match.Index + match.Length) { Date = new(year, month, day) };
    }

    private static Phrase? Holiday(FoldedText source, int at)
    {
        if (YearAndHoliday().Match(source.Text, at) is not { Success: true } match)
            return null;
        var year = Years.Of(match, source, out var wrong);
        var (month, day) = FixedHolidays.On(match.Groups["name"].Value);
        return wrong ? null : new(match.Index + match.Length) { Date = new(year, month, day) };
    }

    private static Phrase? InRelativeMonth(FoldedText source, int at)
    {
        if (RelativeMonthAndDay().Match(source.Text, at) is not { Success: true } match)
            return null;
        var month = source.Today.With(DateAdjusters.StartOfMonth).PlusMonths(RelativeWords.Month(match.Groups["month"].Value));
        return new(match.Index + match.Length)
        {
            Date = new(month.Year, month.Month, Numerals.Parse(match.Groups["day"].Value)),
        };
    }

    private static Phrase? Numeric(FoldedText source, int at)
    {
        if (YearMonthDay().Match(source.Text, at) is { Success: true } match)
        {
            var year = Years.Of(match.Groups["era"].Value, match.Groups["year"].Value);
            return year is null ? null : Found(match, year);
        }

        if (DayMonthYear().Match(source.Text, at) is { Success: true } european)
            return Found(european, Numerals.Parse(european.Groups["year"].Value));
        return SlashedMonthDay().Match(source.Text, at) is { Success: true } slashed ? Found(slashed, null) : null;

        static Phrase Found(Match match, int? year) => new(match.Index + match.Length)
        {
            Date = new(year, Numerals.Parse(match.Groups["month"].Value), Numerals.Parse(match.Groups["day"].Value)),
        };
    }

    private static Phrase? DayOnly(FoldedText source, int at)
    {
        if (BareDay().Match(source.Text, at) is not { Success: true } match)
            return null;
        var end = match.Index + match.Length;
        var day = Numerals.Parse(match.Groups["day"].Value)!.Value;
        if (match.Groups["weekday"] is not { Success: true } name)
            return new(end) { Date = new(null, null, day) };

        // "Monday the 21st" is one day only when this month has it; else the nearest months that do.
        var weekday = Weekdays.Of(name.Value);
        var here = new PartialDate(source.Today.Year, source.Today.Month, day);
        return here.Known?.DayOfWeek == weekday
            ? new(end) { Date = here }
            : new(end) { Date = PartialDate.On(weekday), Days = Nearest(source.Today, day, weekday) };
    }

    private static List<LocalDate> Nearest(LocalDate today, int day, IsoDayOfWeek weekday)
    {
        const int MonthsEitherSide = 24;
        var month = today.With(DateAdjusters.StartOfMonth);
        var days = Enumerable.Range(-MonthsEitherSide, (2 * MonthsEitherSide) + 1)
            .Select(step => month.PlusMonths(step))
            .Select(first => new PartialDate(first.Year, first.Month, day).Known)
            .OfType<LocalDate>()
            .Where(date => date.DayOfWeek == weekday)
            .ToList();
        return [.. days.Where(date => date < today).TakeLast(1), .. days.Where(date => date >= today).Take(1)];
    }

    [GeneratedRegex(@"\G" + Years.Pattern + "(?<month>" + Numerals.Month + ")月[の ]?(?<day>" + Numerals.Day + ")日(?!間|目)" + Weekdays.AfterDate + "?", Pattern.Options, Timeout.Infinite)]
    private static partial Regex MonthAndDay();

    [GeneratedRegex(@"\G" + Years.Pattern + "(?<name>" + FixedHolidays.Names + ")", Pattern.Options, Timeout.Infinite)]
    private static partial Regex YearAndHoliday();

    [GeneratedRegex(@"\G(?<month>" + RelativeWords.Months + ")の? ?(?<day>" + Numerals.Day + ")日(?!間|目)" + Weekdays.AfterDate + "?", Pattern.Options, Timeout.Infinite)]
    private static partial Regex RelativeMonthAndDay();

    [GeneratedRegex(@"\G(?:(?<year>[12][0-9]{3})|(?<era>[RHS])(?<year>[0-9]{1,2}))(?<sign>[-/.])(?<month>1[0-2]|0?[1-9])\k<sign>(?<day>3[01]|[12][0-9]|0?[1-9])(?![0-9A-SU-Za-z]|\k<sign>[0-9])" + Weekdays.AfterDate + "?", Pattern.Options, Timeout.Infinite)]
    private static partial Regex YearMonthDay();

    [GeneratedRegex(@"\G(?:(?<day>3[01]|[12][0-9]|0?[1-9])/(?<month>1[0-2]|0?[1-9])|(?<month>1[0-2]|0?[1-9])/(?<day>3[01]|[12][0-9]))/(?<year>[12][0-9]{3})(?![0-9A-Za-z/])", Pattern.Options, Timeout.Infinite)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"\G(?<month>1[0-2]|0?[1-9])/(?<day>3[01]|[12][0-9]|0?[1-9])(?![0-9A-Za-z]|[/.][0-9])" + Weekdays.AfterDate + "?", Pattern.Options, Timeout.Infinite)]
    private static partial Regex SlashedMonthDay();

    [GeneratedRegex(@"\G(?<![0-9一二三四五六七八九]、)(?!一日|1日[中1])(?<day>" + Numerals.Day + ")日" + NotACount + @"(?:の?(?<weekday>[月火水木金土日])曜日?| ?\((?<weekday>[月火水木金土日])(?:曜日?)?\))?", Pattern.Options, Timeout.Infinite)]
    private static partial Regex BareDay();
}
