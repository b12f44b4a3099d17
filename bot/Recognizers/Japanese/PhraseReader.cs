using System.Text.RegularExpressions;

namespace BillingBot.Recognizers.Japanese;

/// <summary>One date, time, period, or date with its time, without what bounds it.</summary>
internal static partial class PhraseReader
{
    public static Phrase? Read(FoldedText source, int at) =>
        Repeated(source, at)
        ?? OffsetReader.Read(source, at)
        ?? Dated(source, at)
        ?? PartOfNearDay(source, at)
        ?? CustomaryPeriodReader.Read(source, at)
        ?? MonthReader.Read(source, at)
        ?? WeekReader.Read(source, at)
        ?? YearReader.Read(source, at)
        ?? ClockTimeReader.Read(source, at)
        ?? Present(source, at);

    private static Phrase? Dated(FoldedText source, int at)
    {
        if ((RelativeDayReader.Read(source, at) ?? CalendarDateReader.Read(source, at)) is not { } day)
            return MonthReader.Read(source, at) is { Date: not null } last ? WithTime(source, last) : null;
        if (OffsetReader.ReadFrom(source, day) is { } offset)
            return offset;
        if (WeekAround().Match(source.Text, day.End) is { Success: true } week)
            return new(week.Index + week.Length) { Whole = ("daterange", day.Timex) };

        // The date in brackets says more than the weekday before it.
        if (day.End < source.Text.Length && source.Text[day.End] is '(' && CalendarDateReader.Read(source, day.End + 1) is { } exact
            && exact.End < source.Text.Length && source.Text[exact.End] is ')')
            return WithTime(source, exact with { End = exact.End + 1 });
        return WithTime(source, day);
    }

    private static Phrase WithTime(FoldedText source, Phrase day)
    {
        var joint = TimeJoint().Match(source.Text, day.End);
        return ClockTimeReader.Read(source, joint.Index + joint.Length) is { } time
            ? day with { End = time.End, Time = time.Time, PartOfDay = time.PartOfDay }
            : day;
    }

    private static Phrase? PartOfNearDay(FoldedText source, int at)
    {
        if (NearPart().Match(source.Text, at) is not { Success: true } match)
            return null;
        var word = match.Groups["word"].Value;
        var day = PartialDate.On(source.Today.PlusDays(word[0] switch { '昨' or 'ゆ' => -1, '明' => 1, _ => 0 }));
        var joint = TimeJoint().Match(source.Text, match.Index + match.Length);
        return ClockTimeReader.Clock(source, joint.Index + joint.Length, word) is { } clock
            ? clock with { Date = day }
            : new(match.Index + match.Length) { Date = day, PartOfDay = ClockTimeReader.PartOfDay(word) };
    }

    private static Phrase? Present(FoldedText source, int at) =>
        Now().Match(source.Text, at) is { Success: true } match
            ? new(match.Index + match.Length) { Whole = ("datetime", TimexPeriod.Present) }
            : null;

    private static Phrase? Repeated(FoldedText source, int at) =>
        Every().Match(source.Text, at) is { Success: true } match ? new(match.Index + match.Length) { Ignored = true } : null;

    [GeneratedRegex(@"\Gの週(?![間末])", Pattern.Options, Timeout.Infinite)]
    private static partial Regex WeekAround();

    [GeneratedRegex(@"\G(?:の| |T)?", Pattern.Options, Timeout.Infinite)]
    private static partial Regex TimeJoint();

    [GeneratedRegex(@"\G(?<word>今夜|今晩|今朝|今夕|昨夜|昨晩|ゆうべ|明朝|明晩)", Pattern.Options, Timeout.Infinite)]
    private static partial Regex NearPart();

    // 今回 and 今後 are other words, 今井 and 今村 names.
    [GeneratedRegex(@"\G(?<![昨只古])今(?![回度後頃期季朝晩夜夏冬春秋夕時週月年日更般昔世々や生次井村田川西野泉枝関里尾岡治福宮]|四半期|[どさご])", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Now();

    [GeneratedRegex(@"\G毎[日週月年朝晩](?:の?(?:" + Weekdays.Name + "|" + Numerals.Month + "月(?:" + Numerals.Day + "日)?|" + Numerals.Day + "日|末日?|初め|[上中下]旬))?(?:の? ?(?:午前|午後|朝|夜)?" + Numerals.Hour + "時(?:半|" + Numerals.Sixty + "分)?)?", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Every();
}
