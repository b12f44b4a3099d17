using System.Text.RegularExpressions;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>Times and stretches of a day that stand without a day.</summary>
internal static partial class EnglishTimes
{
    public static readonly Func<EnglishText, int, Read<TimexMatch>?> Read =
        (text, at) => text.Longest<TimexMatch>(at, [Time, Range, Bounded, BoundedBehind, PartOfDay]);

    private static Read<TimexMatch>? Time(EnglishText text, int at)
    {
        var around = text.At(Around(), at)?.Length ?? 0;
        if (text.Once(EnglishClocks.Read, at + around) is { Value.Bare: false } read)
            return Match(at, read.End, "time", read.Value.Timex, read.Value.AmPm, around > 0 ? "approx" : null);

        // A bare number is a time only after "at" and before nothing that it could count; "at 6.45" is one with its "at".
        if (text.At(At(), at) is { } dotted && text.Once(EnglishClocks.Read, at + dotted.Length) is { Value: { Bare: true, Minute: not null } } point && text.At(NoNoun(), point.End) is not null)
            return Match(at, point.End, "time", point.Value.Timex, point.Value.AmPm);
        return text.At(AfterAt(), at) is not null && text.Once(EnglishClocks.Read, at) is { Value: { Bare: true, AmPm: true } } bare && text.At(NoNoun(), bare.End) is not null
            ? Match(at, bare.End, "time", bare.Value.Timex, ampm: true)
            : null;
    }

    private static Read<TimexMatch>? Range(EnglishText text, int at) =>
        text.Once(EnglishTimeRanges.Read, at) is { Value.Bare: false } span
            ? Match(at, span.End, "timerange", span.Value.Timex, span.Value.AmPm)
            : null;

    private static Read<TimexMatch>? Bounded(EnglishText text, int at)
    {
        var anyTime = text.At(AnyTime(), at);
        var word = anyTime is null ? EnglishBounds.Word(text, at) : new("since", at + anyTime.Length);
        if (word is null)
            return null;
        var around = text.At(Around(), word.End)?.Length ?? 0;
        return text.Once(EnglishClocks.Read, word.End + around) is { Value.Bare: false } read
            ? Match(at, read.End, "timerange", read.Value.Timex, read.Value.AmPm, word.Value + (around > 0 ? "-approx" : ""))
            : null;
    }

    private static Read<TimexMatch>? BoundedBehind(EnglishText text, int at) =>
        text.Once(EnglishClocks.Read, at) is { Value.Bare: false } read && EnglishBounds.WordBehind(text, read.End) is { } word
            ? Match(at, word.End, "timerange", read.Value.Timex, read.Value.AmPm, word.Value)
            : null;

    private static Read<TimexMatch>? PartOfDay(EnglishText text, int at) =>
        (EnglishPartsOfDay.Named(text, at) ?? EnglishPartsOfDay.Meal(text, at)) is { } part
            ? Match(at, part.End, "timerange", part.Value.Timex, mod: part.Value.Mod)
            : null;

    private static Read<TimexMatch> Match(int at, int end, string type, string timex, bool ampm = false, string? mod = null) =>
        new(new(at, end - at, type, timex) { AmPm = ampm, Mod = mod }, end);

    [GeneratedRegex(@"\G(?:around|about|approximately|approx\.?|roughly|circa) (?:about )?", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Around();

    [GeneratedRegex(@"\Gat (?=\d{1,2}\.\d\d" + Stop + ")", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex At();

    [GeneratedRegex(@"\G(?<=(?<!\w)at )", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex AfterAt();

    [GeneratedRegex(@"\G(?=" + MayGap + @"(?:[.!?;)\r\n]|,(?!\d)|$)|" + Gap + "(?:on|in|for|and|or|to|if|but|please|works?|is|was|today|tomorrow|sharp|i|we|you|with|then)" + Stop + ")", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex NoNoun();

    [GeneratedRegex(@"\G(?:any ?time (?:from|after) )", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex AnyTime();
}
