using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Calendars;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>"week 23", "the last week of May", "the first 10 days of next year", "the week of 4 February", "a week starting tomorrow".</summary>
internal static partial class EnglishWeeks
{
    public static Read<Span>? Read(EnglishText text, int at) => Numbered(text, at) ?? NthOf(text, at) ?? CountOf(text, at) ?? WeekOf(text, at) ?? Starting(text, at);

    private static Read<Span>? Numbered(EnglishText text, int at) =>
        text.At(WeekNumber(), at) is { } match && EnglishNumbers.Value(match.Groups["n"].Value) is var week and >= 1 && week <= WeekYearRules.Iso.GetWeeksInWeekYear(text.Today.Year)
            ? new(EnglishPeriods.Week(WeekYearRules.Iso.GetLocalDate(text.Today.Year, week, IsoDayOfWeek.Monday)), at + match.Length)
            : null;

    private static Read<Span>? NthOf(EnglishText text, int at)
    {
        if (text.At(NthWeek(), at) is not { } match || EnglishPeriods.Whole(text, at + match.Length) is not { Value.Unit: 'M' or 'Y' } of)
            return null;
        var last = match.Groups["nth"].Value == "last";
        var nth = last ? 5 : EnglishNumbers.Value(match.Groups["nth"].Value);
        if (nth is < 1 or > 5 || of.Value is not { Timex: [.., >= '0' and <= '9'] and not ['F' or 'S', ..], Start: not null } and not { Unit: 'M', Timex: not ['(', ..] })
            return null;
        if (of.Value.Unit == 'M')
        {
            // The last week of a month is its fourth or its fifth, whatever W05 says.
            var lastWeeks = UndatedTimex.Dated(of.Value.Timex, text.Today).Select(month => new Day(month + "-01").Known).OfType<LocalDate>()
                .Select(first => EnglishPeriods.Monday(first.PlusMonths(1).PlusDays(-1)))
                .Select(monday => Span.Days(monday, monday.PlusWeeks(1)).Timex);
            return new(new($"{of.Value.Timex}-W{nth:00}", of.Value.First, of.Value.After, 'W') { Meanings = last ? [.. lastWeeks] : null }, of.End);
        }

        var year = of.Value.Start!.Value.Year;
        return new(EnglishPeriods.Week(WeekYearRules.Iso.GetLocalDate(year, last ? WeekYearRules.Iso.GetWeeksInWeekYear(year) : nth, IsoDayOfWeek.Monday)), of.End);
    }

    // "the first 2 weeks of 2021": whole weeks; days and months from the first or up to the last.
    private static Read<Span>? CountOf(EnglishText text, int at)
    {
        if (text.At(FirstOrLast(), at) is not { } match
            || EnglishOffsets.Lapse(text, at + match.Length) is not { Value: { HasTime: false, BusinessDays: 0 } lapse } counted
            || text.At(Of(), counted.End) is not { } joint
            || EnglishPeriods.Whole(text, counted.End + joint.Length) is not { Value: { Start: { } start, End: { } end } } of)
            return null;
        if (lapse.Length.Weeks > 0)
            (start, end) = (FirstWholeWeek(start), FirstWholeWeek(end));
        return new(match.Groups["last"].Success ? Span.Between(lapse.Before(end), end, lapse.Timex) : Span.Between(start, lapse.After(start), lapse.Timex), of.End);
    }

    private static LocalDate FirstWholeWeek(LocalDate day) =>
        EnglishPeriods.Monday(day) is var monday && day.DayOfWeek <= IsoDayOfWeek.Thursday ? monday : monday.PlusWeeks(1);

    private static Read<Span>? WeekOf(EnglishText text, int at)
    {
        if (text.At(OfDay(), at) is not { } match || text.Once(EnglishDays.Read, at + match.Length) is not { } day)
            return null;
        if (match.Groups["weekend"].Success)
            return day.Value.Coming(text.Today) is { } coming ? new(EnglishPeriods.Weekend(EnglishPeriods.Monday(coming)), day.End) : null;
        if (day.Value.Known is not { } known)
            return new(new(day.Value.Timex, day.Value, day.Value, 'W'), day.End);
        return new(EnglishPeriods.Week(EnglishPeriods.Monday(known)), day.End);
    }

    private static Read<Span>? Starting(EnglishText text, int at)
    {
        var prefix = text.At(For(), at)?.Length ?? 0;
        return EnglishOffsets.Lapse(text, at + prefix) is { Value.HasTime: false } lapse
            && text.At(prefix > 0 ? From() : StartingOn(), lapse.End) is { } joint
            && text.Once(EnglishDays.Anchor, lapse.End + joint.Length) is { } day && day.Value.Coming(text.Today) is { } start
            ? new(Span.Between(start, lapse.Value.After(start), lapse.Value.Timex), day.End)
            : null;
    }

    [GeneratedRegex(@"\Gweek (?<n>[1-5]?\d)" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex WeekNumber();

    [GeneratedRegex(@"\G(?:the )?(?<nth>" + Ordinal + "|last) week (?:of|in) (?:the (?=year|month))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex NthWeek();

    [GeneratedRegex(@"\G(?:the )?(?:0*1st|(?<last>last)) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex FirstOrLast();

    [GeneratedRegex(@"\G (?:of|in) ", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Of();

    [GeneratedRegex(@"\Gthe (?:week|(?<weekend>weekend)) (?:of|beginning|commencing|starting|containing)(?: on)? ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex OfDay();

    [GeneratedRegex(@"\Gfor ", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex For();

    [GeneratedRegex(@"\G from ", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex From();

    [GeneratedRegex(@"\G starting(?: from| on)? ", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex StartingOn();
}
