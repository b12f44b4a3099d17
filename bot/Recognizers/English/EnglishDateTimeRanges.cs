using System.Text.RegularExpressions;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>A stretch of hours on a day, or from one moment to another.</summary>
internal static partial class EnglishDateTimeRanges
{
    public static readonly Func<EnglishText, int, Read<TimexMatch>?> Read =
        (text, at) => text.Longest<TimexMatch>(at, [PartOfDay, HalfOfDay, DayThenHours, HoursThenDay, DayThenBound, BoundThenDay, Lasting, EnglishMomentRanges.Read]);

    // "next Monday afternoon", "tonight", "early this evening"
    private static Read<TimexMatch>? PartOfDay(EnglishText text, int at) =>
        text.Once(EnglishDayParts.Read, at) is { Value: { Part: { } part } day } read
            ? new(Match(at, read.End, day.Day.Timex + part.Timex) with { Mod = part.Mod, Meanings = day.Day.Meanings?.Select(date => date + part.Timex).ToList() }, read.End)
            : null;

    // "mid today", "later in today", "early in the day Wednesday"
    private static Read<TimexMatch>? HalfOfDay(EnglishText text, int at)
    {
        if (text.At(Half(), at) is not { } match || text.Once(EnglishDays.Read, at + match.Length) is not { } day
            || (day.Value.Known is null && !match.Groups["day"].Success) || day.Value.Coming(text.Today) is not { } date)
            return null;
        var (mod, from, to) = match switch
        {
            _ when match.Groups["start"].Success => ("start", date.AtMidnight(), date.AtMidnight().PlusHours(12)),
            _ when match.Groups["mid"].Success => ("mid", date.AtMidnight().PlusHours(10), date.AtMidnight().PlusHours(14)),
            _ => ("end", date.AtMidnight().PlusHours(12), date.PlusDays(1).AtMidnight()),
        };
        return new(Match(at, day.End, day.Value.Timex) with { Mod = mod, Meanings = [EnglishMomentRanges.Between(from, to)] }, day.End);
    }

    private static Read<TimexMatch>? DayThenHours(EnglishText text, int at) =>
        text.Once(EnglishDayParts.Read, at) is { } day && text.At(Joint(), day.End) is { } joint
        && text.Once(EnglishTimeRanges.Read, day.End + joint.Length) is { } hours
            ? new(Hours(at, hours.End, day.Value, hours.Value), hours.End)
            : null;

    private static Read<TimexMatch>? HoursThenDay(EnglishText text, int at) =>
        text.Once(EnglishTimeRanges.Read, at) is { } hours && text.At(On(), hours.End) is { } joint
        && text.Once(EnglishDayParts.Read, hours.End + joint.Length) is { } day
            ? new(Hours(at, day.End, day.Value, hours.Value), day.End)
            : null;

    private static TimexMatch Hours(int at, int end, DayPart day, ClockSpan hours)
    {
        if (day.Part is { } part && hours.AmPm)
        {
            var pm = part.Timex is not "TMO";
            hours = hours with { From = pm ? HalfDay.Later(hours.From) : hours.From, To = pm ? HalfDay.Later(hours.To) : hours.To, AmPm = false };
        }

        return Match(at, end, hours.On(day.Day.Timex)) with { AmPm = hours.AmPm, Meanings = day.Day.Meanings?.Select(hours.On).ToList() };
    }

    // "today before 4pm", "next Wednesday later than 10 in the morning"
    private static Read<TimexMatch>? DayThenBound(EnglishText text, int at) =>
        text.Once(EnglishDays.Read, at) is { } day && text.At(Joint(), day.End) is { } joint
        && EnglishBounds.Word(text, day.End + joint.Length) is { } word && text.Once(EnglishClocks.Read, word.End) is { } clock
            ? new(Bound(at, clock.End, word.Value, new(day.Value, clock.Value)), clock.End)
            : null;

    // "before around 2pm today"
    private static Read<TimexMatch>? BoundThenDay(EnglishText text, int at)
    {
        if (EnglishBounds.Word(text, at) is not { } word)
            return null;
        var around = text.At(Around(), word.End)?.Length ?? 0;
        return text.Once(EnglishDateTimes.Read, word.End + around) is { Value.Clock: not null } moment
            ? new(Bound(at, moment.End, word.Value + (around > 0 ? "-approx" : ""), moment.Value), moment.End)
            : null;
    }

    private static TimexMatch Bound(int at, int end, string mod, Moment moment) =>
        Match(at, end, moment.Timex) with { Mod = mod, AmPm = moment.AmPm, Meanings = moment.Meanings };

    // "the last hour", "next 30 minutes", "5 coming minutes"
    private static Read<TimexMatch>? Lasting(EnglishText text, int at)
    {
        var counted = text.At(EnglishPeriods.Count(), at);
        var near = counted ?? text.At(Near(), at);
        if (near is null)
            return null;
        var lapse = counted is null ? EnglishOffsets.Lapse(text, at + near.Length)
            : EnglishOffsets.Lapse(new($"{near.Groups["n"].Value} {near.Groups["unit"].Value}", text.Reference), 0);
        var single = lapse is null ? text.At(Single(), at + near.Length) : null;
        if (single is not null)
            lapse = new(EnglishOffsets.Lapse(new("1 " + single.Value, text.Reference), 0)!.Value, at + near.Length + single.Length);
        if (lapse is not { Value: { HasTime: true } length })
            return null;
        var past = EnglishPeriods.Steps(near.Groups["near"].Value) < 0;
        var (from, to) = past ? (text.Reference - length.Length, text.Reference) : (text.Reference, text.Reference + length.Length);
        var end = counted is null ? lapse.End : at + counted.Length;
        return new(Match(at, end, $"({EnglishDateTimes.Timex(from)},{EnglishDateTimes.Timex(to)},{length.Timex})"), end);
    }

    private static TimexMatch Match(int at, int end, string timex) => new(at, end - at, "datetimerange", timex);

    [GeneratedRegex(@"\G(?:(?<start>early|earlier)|(?<mid>mid)|(?<end>late|later))(?: in)?(?<day> the day)?,? (?:on )?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Half();

    [GeneratedRegex(@"\G,? (?:on )?", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\G,? (?:on )?", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex On();

    [GeneratedRegex(@"\G(?:around|about) ", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Around();

    [GeneratedRegex(@"\G(?<near>next|last|past|previous|coming|upcoming|following) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Near();

    [GeneratedRegex(@"\G(?:minute|hour)" + Stop, RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Single();
}
