using System.Text.RegularExpressions;

namespace BillingBot.Recognizers.Japanese;

/// <summary>Ranges that name the unit once: 1〜3月, 9月1〜15日, 9〜17時.</summary>
internal static partial class ShorthandRangeReader
{
    public static Phrase? Read(FoldedText source, int at)
    {
        if (Shorthand().Match(source.Text, at) is not { Success: true } match)
            return null;
        var year = Years.Of(match, source, out var wrong);
        if (wrong)
            return null;
        int Number(string group) => Numerals.Parse(match.Groups[group].Value)!.Value;

        var end = match.Index + match.Length;
        if (match.Groups["hour"].Success)
        {
            return Join(
                new(end) { Time = ClockTimeReader.On(match.Groups["part"].Value, Number("hour"), null, null, twelveHour: true) },
                new(end) { Time = ClockTimeReader.On("", Number("lastHour"), null, null, twelveHour: true) });
        }

        return match.Groups["day"].Success
            ? Join(
                new(end) { Date = new(year, Number("month"), Number("day")) },
                new(end) { Date = new(null, null, Number("lastDay")) })
            : Join(
                new(end) { Period = CalendarPeriod.Month(year, Number("month")) },
                new(end) { Period = CalendarPeriod.Month(null, Number("lastMonth")) });

        Phrase? Join(Phrase first, Phrase last) => RangeReader.Join(source, first, last);
    }

    [GeneratedRegex(@"\G(?:" + Years.Pattern + "(?<month>" + Numerals.Month + ")(?:[~-](?<lastMonth>" + Numerals.Month + ")月(?!曜)|月(?<day>" + Numerals.Day + ")[~-](?<lastDay>" + Numerals.Day + ")日(?!間))|(?<part>午前|午後|朝|夜)?(?<hour>" + Numerals.Hour + ")[~-](?<lastHour>" + Numerals.Hour + ")時(?!間))", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Shorthand();
}
