using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace BillingBot.Recognizers.Japanese;

/// <summary>Weeks and weekends: 先週, 来週末, 今週の後半, 第31週, 土日.</summary>
internal static partial class WeekReader
{
    // The second half of a week starts on Thursday.
    private const int FirstHalf = 3;

    public static Phrase? Read(FoldedText source, int at)
    {
        if (Relative().Match(source.Text, at) is { Success: true } match)
            return Week(match, source.Today.PlusWeeks(RelativeWords.Week(match.Groups["week"].Value)));
        if (Numbered().Match(source.Text, at) is { Success: true } numbered)
        {
            var year = Years.Of(numbered, source, out var wrong) ?? source.Today.Year;
            var timex = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-W{Numerals.Parse(numbered.Groups["number"].Value):00}");
            return wrong ? null : new(numbered.Index + numbered.Length) { Whole = ("daterange", timex) };
        }

        return Undated().Match(source.Text, at) is { Success: true } undated
            ? new(undated.Index + undated.Length)
            {
                Whole = ("daterange", undated.Groups["end"].Success ? "XXXX-WXX-WE" : "XXXX-WXX"),
                Mod = undated.Groups["that"].Success ? "ref_undef" : null,
            }
            : null;
    }

    private static Phrase Week(Match match, LocalDate day)
    {
        var end = match.Index + match.Length;
        var monday = CalendarPeriod.MondayOf(day);
        if (match.Groups["weekend"].Success)
            return new(end) { Period = CalendarPeriod.Weekend(day) };
        if (match.Groups["half"] is not { Success: true } half)
            return new(end) { Period = CalendarPeriod.Week(day), Mod = MonthReader.PartMod(match) };

        var (first, length) = half.Value is "前半" ? (monday, FirstHalf) : (monday.PlusDays(FirstHalf), 7 - FirstHalf);
        return new(end) { Period = CalendarPeriod.Days(PartialDate.On(first), PartialDate.On(first.PlusDays(length)), length) };
    }

    [GeneratedRegex(@"\G(?<week>" + RelativeWords.Weeks + ")(?:の?(?<weekend>週末|末|土日)|の?(?<half>前半|後半)|の?(?:(?<start>初め|はじめ|始め|頭)|(?<mid>半ば|なかば)|(?<end>終わり|おわり)))?", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Relative();

    [GeneratedRegex(@"\G" + Years.Pattern + "第(?<number>5[0-3]|[1-4][0-9]|0?[1-9])週(?!間)", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\G(?:(?<that>同じ|その)週(?<end>末)?(?!間)|(?<end>週末|土日|土・日))", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Undated();
}
