using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>A moment: "Saturday at 8", "9am on Tuesday", "tonight around 7", "in 5 minutes", "end of tomorrow", "now".</summary>
internal static partial class EnglishDateTimes
{
    public static readonly Func<EnglishText, int, Read<Moment>?> Read =
        (text, at) => text.Longest<Moment>(at, [Now, DayThenClock, ClockThenDay, EndOfDay, Lapsed]);

    private static readonly LocalDateTimePattern Seconds = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    public static string Timex(LocalDateTime moment) => Seconds.Format(moment);

    private static Read<Moment>? Now(EnglishText text, int at) =>
        text.At(Present(), at) is { } match ? new(new(new(TimexPeriod.Present), null), at + match.Length) : null;

    private static Read<Moment>? DayThenClock(EnglishText text, int at)
    {
        var around = text.At(Around(), at);
        var start = at + (around?.Length ?? 0);
        if (EnglishDayParts.Read(text, start) is not { } day || text.At(Joint(), day.End) is not { } joint)
            return null;
        if (text.Once(EnglishClocks.Read, day.End + joint.Length) is not { } clock)
            return null;

        // "Tuesday 9" might be the ninth: a bare number wants its "at", or a part of the day that it is the hour of.
        var said = joint.Groups["at"].Success || (day.Value.Part is not null && !clock.Value.AmPm) || clock.Value.Minute is not null;
        if (clock.Value.Bare && !said)
            return null;
        return new(new(day.Value.Day, Inside(clock.Value, day.Value.Part)) { Approx = around is not null }, clock.End);
    }

    private static Read<Moment>? ClockThenDay(EnglishText text, int at)
    {
        var prefix = text.At(DottedAt(), at)?.Length ?? 0;
        if (text.Once(EnglishClocks.Read, at + prefix) is not { } clock || text.At(OnDay(), clock.End) is not { } joint
            || EnglishDayParts.Read(text, clock.End + joint.Length) is not { } day)
            return null;
        if (clock.Value is { Bare: true, Minute: null } && text.At(AfterAt(), at) is null && !text.Text.AsSpan(clock.End + joint.Length).StartsWith("tonight"))
            return null;
        return new(new(day.Value.Day, Inside(clock.Value, day.Value.Part)), day.End);
    }

    private static Clock Inside(Clock clock, PartSaid? part) => part is null ? clock : clock.In(part.Timex);

    private static Read<Moment>? EndOfDay(EnglishText text, int at)
    {
        var last = new Clock(23, 59, 59, AmPm: false);
        if (text.At(EndOf(), at) is { } match && text.Once(EnglishDays.Read, at + match.Length) is { } day)
            return new(new(day.Value, last), day.End);
        return text.At(Closing(), at) is { } closing ? new(new(Day.On(text.Today), last), at + closing.Length) : null;
    }

    private static Read<Moment>? Lapsed(EnglishText text, int at)
    {
        var prefix = text.At(In(), at)?.Length ?? 0;
        if (EnglishOffsets.Lapse(text, at + prefix) is not { Value.HasTime: true } lapse)
            return null;
        var word = text.At(Direction(), lapse.End);
        if (prefix == 0 && word is null)
            return null;
        var moment = word?.Groups["ago"].Success == true ? text.Reference - lapse.Value.Length : text.Reference + lapse.Value.Length;
        return new(new(new(Timex(moment)), null), lapse.End + (prefix == 0 ? word!.Length : 0));
    }

    [GeneratedRegex(@"\G(?:right now|now|at (?:the )?present(?: time)?|at the moment|at this moment)" + Stop, RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Present();

    [GeneratedRegex(@"\G(?:around|about) ", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Around();

    [GeneratedRegex(@"\G(?:,? ?(?<at>at|@) ?|,? (?:at )?(?<at>around|about) |,? (?:- )?|t(?=\d\d:\d\d)|, ?)(?:(?:around|about) )?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Joint();

    // "at 8.30" is no time without its "at".
    [GeneratedRegex(@"\Gat (?=\d{1,2}\.\d\d)", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex DottedAt();

    [GeneratedRegex(@"\G(?<=(?<!\w)at )", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex AfterAt();

    [GeneratedRegex(@"\G,? (?:on )?(?:the (?!\d))?", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex OnDay();

    [GeneratedRegex(@"\G(?:end of (?:the )?(?:business )?day(?! (?:before|after))|eod|close of business|cob)" + Stop, RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Closing();

    [GeneratedRegex(@"\G(?:end of (?:the )?|(?:eod|cob|close of business)(?:,? on| of)? )", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex EndOf();

    [GeneratedRegex(@"\Gin (?:(?:about|around|another) )?", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex In();

    [GeneratedRegex(@"\G (?:(?<ago>ago|earlier|back)|later|from now|hence)" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Direction();
}
