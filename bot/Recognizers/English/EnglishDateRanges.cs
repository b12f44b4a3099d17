using System.Text.RegularExpressions;
using NodaTime;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>"from March to May", "between 1 and 15 March", "Nov-Feb 2017", "10/1-11/2/2017".</summary>
internal static partial class EnglishDateRanges
{
    private sealed record Edge(Day Day, char Unit, bool Present = false);

    public static readonly Func<EnglishText, int, Read<Span>?> Read = (text, at) => text.Longest<Span>(at, [Joined, DaysOfMonth, MonthWithDays]);

    private static Read<Span>? Joined(EnglishText text, int at)
    {
        var prefix = text.At(Prefix(), at);
        if (From(text, at + (prefix?.Length ?? 0)) is not { } from
            || text.At(prefix?.Groups["between"].Success == true ? BetweenJoint() : Joint(), from.End) is not { } joint
            || To(text, from.End + joint.Length) is not { } to)
            return null;
        return Span(text.Today, from.Value, to.Value) is { } span ? new(span, to.End) : null;
    }

    // "between 3 and 12 of Sept", "4-23 in next month"
    private static Read<Span>? DaysOfMonth(EnglishText text, int at)
    {
        if (text.At(TwoDays(), at) is not { } match)
            return null;
        var (first, last, end) = (EnglishNumbers.Value(match.Groups["a"].Value), EnglishNumbers.Value(match.Groups["b"].Value), at + match.Length);
        return EnglishPeriods.Whole(text, end) is { Value.Unit: 'M', Value.Timex: not ['(', ..] } month
            && OfMonth(text.Today, month.Value, first, last) is { } span ? new(span, month.End) : null;
    }

    // "November 18-19", "April ninth through 17th 2026"
    private static Read<Span>? MonthWithDays(EnglishText text, int at)
    {
        if (text.At(MonthAndDays(), at) is not { } match)
            return null;
        var month = EnglishNumbers.Month(match.Groups["month"].Value);
        if (month == 0)
            return null;
        var span = match.Groups["y"] is { Success: true } year
            ? English.Span.Month(new LocalDate(EnglishNumbers.Year(year.Value), month, 1))
            : English.Span.Month(month);
        return OfMonth(text.Today, span, EnglishNumbers.Value(match.Groups["a"].Value), EnglishNumbers.Value(match.Groups["b"].Value)) is { } days
            ? new(days, at + match.Length)
            : null;
    }

    private static Span? OfMonth(LocalDate today, Span month, int first, int last)
    {
        if (first is < 1 or > 31 || last is < 1 or > 31)
            return null;
        var stem = month.First.Timex[..^3];
        return Span(today, new(new($"{stem}-{first:00}"), 'D'), new(new($"{(last < first ? month.After.Timex[..^3] : stem)}-{last:00}"), 'D'));
    }

    private static Read<Edge>? From(EnglishText text, int at) =>
        Longer(
            text.Once(EnglishDays.Read, at) is { } day ? new(new(day.Value, 'D'), day.End) : null,
            text.Once(EnglishPartsOfPeriods.Read, at) is { Value.Meanings: null } span ? new(new(span.Value.First, span.Value.Unit), span.End) : null);

    private static Read<Edge>? To(EnglishText text, int at)
    {
        if (text.At(Now(), at) is { } now)
            return new(new(Day.On(text.Today), 'D', Present: true), at + now.Length);
        var after = text.At(The(), at)?.Length ?? 0;
        var read = Longer(
            text.Once(EnglishDays.Read, at) is { } day ? new(new(day.Value, 'D', day.Value.Known == text.Today), day.End) : null,
            text.Once(EnglishPartsOfPeriods.Read, at + after) is { } span && (span.Value.Meanings is null || span.Value.Mod == "end")
                ? new(span.Value.Mod == "end" ? new(span.Value.After, 'M') : new(span.Value.First, span.Value.Unit), span.End)
                : null);
        return read;
    }

    private static Read<Edge>? Longer(Read<Edge>? a, Read<Edge>? b) => a is null || b?.End > a.End ? b : a;

    private static Span? Span(LocalDate today, Edge from, Edge to)
    {
        if (to.Day.Timex.StartsWith("XXXX-XX-", StringComparison.Ordinal) && from.Day.Timex is ['X', 'X', 'X', 'X', '-', not 'X' and not 'W', ..])
            to = to with { Day = SameOrNextMonth(from.Day, to.Day) };
        if ((from.Day.Dates, to.Day.Dates) is ([var one], [var other]) && one < other)
            return new($"({from.Day.Timex},{to.Day.Timex},P{Period.DaysBetween(one, other)}D)", from.Day, to.Day, 'D') { Meanings = [English.Span.Days(one, other).Timex] };

        var sample = from.Day.Known ?? (to.Day.Known is { } bound ? First(from.Day, bound) : First(from.Day, today));
        if (sample is not { } start || (to.Day.Known ?? Last(to.Day, start)) is not { } end || end <= start)
            return null;
        var length = (from.Unit, to.Unit) switch
        {
            ('Y', 'Y') => $"P{end.Year - start.Year}Y",
            ('W', 'W') => $"P{Period.DaysBetween(start, end) / 7}W",
            ('M' or 'Y', 'M' or 'Y') => $"P{Period.Between(start, end, PeriodUnits.Months).Months}M",
            _ => $"P{Period.DaysBetween(start, end)}D",
        };
        var open = from.Day.Known is null && (to.Day.Known is null || (to.Present && from.Unit == 'D'));
        return open ? new($"({from.Day.Timex},{to.Day.Timex},{length})", from.Day, to.Day, 'D') : English.Span.Between(start, end, length);
    }

    // "April 27th to the 3rd"
    private static Day SameOrNextMonth(Day first, Day last)
    {
        var (month, from, to) = (EnglishNumbers.Value(first.Timex[5..7]), first.Timex[8..], last.Timex[8..]);
        return Day.On(string.CompareOrdinal(to, from) > 0 ? month : (month % 12) + 1, EnglishNumbers.Value(to));
    }

    private static LocalDate? First(Day day, LocalDate today) => UndatedTimex.Dated(day.Timex, today) is [var first, ..] ? new Day(first).Known : null;

    private static LocalDate? Last(Day day, LocalDate today) => UndatedTimex.Dated(day.Timex, today) is [.., var last] ? new Day(last).Known : null;

    [GeneratedRegex(@"\G(?:from (?:the )?|(?<between>between) (?:the )?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\G(?: ?[-~] ?| (?:to|till?|until|up to|through) )", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\G(?: ?[-~] ?| (?:and|to|through) )", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex BetweenJoint();

    [GeneratedRegex(@"\G(?:now|date|current date|the present)" + Stop, RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Now();

    [GeneratedRegex(@"\Gthe ", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex The();

    [GeneratedRegex(@"\G(?:(?:from|between) )?(?:the )?(?<a>" + MonthDay + ")(?: ?[-~] ?| (?:to|till?|until|through|and) )(?:the )?(?<b>" + MonthDay + ") (?:(?:of|in) )?(?:the )?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex TwoDays();

    [GeneratedRegex(@"\G(?:(?:on|from|between) )?(?<month>" + Month + ") (?:the )?(?<a>" + MonthDay + ")(?: ?[-~] ?| (?:to|till?|until|through|and) )(?:the )?(?<b>" + MonthDay + @")(?!:\d| ?[ap]m)(?:,? (?:(?:of|in) )?(?<y>" + Year + "))?" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex MonthAndDays();
}
