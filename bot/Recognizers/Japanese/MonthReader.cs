using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace BillingBot.Recognizers.Japanese;

/// <summary>Months and their parts: 9月(分), 2026年9月, 2026/09, 先月, 今月末, 5月中旬, 月末, 2015年1月の最初の週.</summary>
internal static partial class MonthReader
{
    public static Phrase? Read(FoldedText source, int at)
    {
        if (Month(source, at) is not var (end, year, month))
            return null;
        if (WeekOfMonth().Match(source.Text, end) is { Success: true } week)
        {
            var period = CalendarPeriod.Month(year, month);
            var number = week.Groups["last"].Success ? LastWeek(period.First.Nominal(source.Today)!.Value) : Numerals.Parse(week.Groups["nth"].Value) ?? 1;
            return new(week.Index + week.Length) { Whole = ("daterange", string.Create(CultureInfo.InvariantCulture, $"{period.Timex}-W{number:00}")) };
        }

        var part = Part().Match(source.Text, end);
        if (part.Groups["last"].Success || (part.Groups["end"].Value is "末" && DueOn().IsMatch(source.Text, at)))
        {
            var days = CalendarSystem.Iso.GetDaysInMonth(year ?? source.Today.Year, month);
            return new(part.Index + part.Length) { Date = new(year, month, days) };
        }

        return new(part.Success ? part.Index + part.Length : end)
        {
            Period = CalendarPeriod.Month(year, month),
            Mod = PartMod(part),
        };
    }

    public static string? PartMod(Match part) =>
        part.Groups["start"].Success ? "start" : part.Groups["mid"].Success ? "mid" : part.Groups["end"].Success ? "end" : null;

    private static (int End, int? Year, int Month)? Month(FoldedText source, int at)
    {
        if (YearAndMonth().Match(source.Text, at) is { Success: true } spoken)
        {
            var year = Years.Of(spoken, source, out var wrong);
            return wrong ? null : (spoken.Index + spoken.Length, year, Numerals.Parse(spoken.Groups["month"].Value)!.Value);
        }

        if (Relative().Match(source.Text, at) is { Success: true } relative)
        {
            var first = source.Today.With(DateAdjusters.StartOfMonth).PlusMonths(RelativeWords.Month(relative.Value));
            return (relative.Index + relative.Length, first.Year, first.Month);
        }

        if (SameMonth().Match(source.Text, at) is { Success: true } same)
            return (same.Index + same.Length, source.Today.Year + RelativeWords.Year(same.Groups["year"].Value), source.Today.Month);

        if (Bare().Match(source.Text, at) is { Success: true } bare)
            return (bare.Index + 1, source.Today.Year, source.Today.Month);

        return Numeric().Match(source.Text, at) is { Success: true } numeric
            ? (numeric.Index + numeric.Length, Numerals.Parse(numeric.Groups["year"].Value), Numerals.Parse(numeric.Groups["month"].Value)!.Value)
            : null;
    }

    // The first week of a month is the one with its first Thursday.
    private static int LastWeek(LocalDate first)
    {
        var thursday = first.PlusDays(-1).Next(IsoDayOfWeek.Thursday);
        return ((first.With(DateAdjusters.EndOfMonth) - thursday).Days / 7) + 1;
    }

    [GeneratedRegex(@"\G" + Years.Pattern + "(?<month>" + Numerals.Month + ")月(?![曜額々前後間次報謝光面食日0-9]|[一二三四五六七八九十]+日)", Pattern.Options, Timeout.Infinite)]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"\G" + RelativeWords.Months, Pattern.Options, Timeout.Infinite)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\G(?<year>前年|昨年|去年|来年)の?同月", Pattern.Options, Timeout.Infinite)]
    private static partial Regex SameMonth();

    [GeneratedRegex(@"\G月(?=末|初[めの]|の?半ば|半ば)", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\G(?<year>20[0-9]{2}|19[0-9]{2})[-/](?<month>1[0-2]|0?[1-9])(?![0-9A-Za-z]|[-/.][0-9])", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"\Gの? ?(?:最初の|(?<last>最後の|最終)|第(?<nth>[1-5一二三四五]))週(?![間末])", Pattern.Options, Timeout.Infinite)]
    private static partial Regex WeekOfMonth();

    [GeneratedRegex(@"\G(?<=(?:期日|期限|支払日|締め?日)[がは])", Pattern.Options, Timeout.Infinite)]
    private static partial Regex DueOn();

    [GeneratedRegex(@"\G(?:" + CalendarPart.Pattern + "|(?<start>初))", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Part();
}
