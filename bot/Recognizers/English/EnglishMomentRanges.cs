using System.Text.RegularExpressions;
using NodaTime;

namespace BillingBot.Recognizers.English;

/// <summary>From one moment to another, of which one may lend the other its day: "between 2:00 tomorrow and 4:00".</summary>
internal static partial class EnglishMomentRanges
{
    public static Read<TimexMatch>? Read(EnglishText text, int at)
    {
        if (text.At(Prefix(), at) is not { } prefix)
            return null;
        var first = text.Once(EnglishDateTimes.Read, at + prefix.Length);
        var clock = text.Once(EnglishClocks.Read, at + prefix.Length);
        var end = first?.End ?? clock?.End;
        if (end is not { } joinAt || text.At(prefix.Groups["between"].Success ? BetweenJoint() : Joint(), joinAt) is not { } joint)
            return null;
        var second = text.Once(EnglishDateTimes.Read, joinAt + joint.Length);
        var secondClock = text.Once(EnglishClocks.Read, joinAt + joint.Length);
        return (first, second) switch
        {
            ({ } a, { } b) => Match(text, at, b.End, a.Value, b.Value),
            ({ } a, null) when secondClock is { } b => Match(text, at, b.End, a.Value, a.Value with { Clock = b.Value }),
            (null, { } b) when clock is { } a => Match(text, at, b.End, new(Day.On(text.Today), a.Value), b.Value),
            _ => null,
        };
    }

    public static string Between(LocalDateTime from, LocalDateTime to) =>
        $"({EnglishDateTimes.Timex(from)},{EnglishDateTimes.Timex(to)},{ClockSpan.Duration((long)Length(from, to).TotalSeconds)})";

    private static Read<TimexMatch>? Match(EnglishText text, int at, int end, Moment first, Moment last)
    {
        // One end said am or pm: the other is the half of the day that it sounds like.
        var ampm = first.AmPm && last.AmPm;
        if (!ampm)
            (first, last) = (Settled(first), Settled(last));
        if (At(first, text.Reference) is not { } start || At(last, text.Reference) is not { } stop || stop <= start)
            return null;
        var length = ClockSpan.Duration((long)Length(start, stop).TotalSeconds);
        return new(new(at, end - at, "datetimerange", $"({first.Timex},{last.Timex},{length})") { AmPm = ampm }, end);
    }

    private static Moment Settled(Moment moment) => moment.Clock is { AmPm: true } clock ? moment with { Clock = clock with { AmPm = false } } : moment;

    private static LocalDateTime? At(Moment moment, LocalDateTime reference) =>
        moment.Clock is { } clock && moment.Day.Coming(reference.Date) is { } day
            ? day.At(new LocalTime(clock.Hour, clock.Minute ?? 0, clock.Second ?? 0))
            : TimexPeriod.Of(moment.Timex, reference)?.Start;

    private static Duration Length(LocalDateTime from, LocalDateTime to) => to.InUtc() - from.InUtc();

    [GeneratedRegex(@"\G(?:from|(?<between>between)) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\G(?: ?[-~] ?| (?:to|till?|until) )", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\G(?: ?[-~] ?| (?:and|to) )", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex BetweenJoint();
}
