using System.Text.RegularExpressions;

namespace BillingBot.Recognizers.English;

/// <summary>"5 to 6pm", "from 10 am for 3 hours", "between 9:30 and 3:00 pm".</summary>
internal static partial class EnglishTimeRanges
{
    public static readonly Func<EnglishText, int, Read<ClockSpan>?> Read = (text, at) => Joined(text, at) ?? Lasting(text, at) ?? LastingFirst(text, at);

    private static Read<ClockSpan>? Joined(EnglishText text, int at)
    {
        var prefix = text.At(Prefix(), at);
        var named = prefix?.Groups["word"].Success ?? false;
        if (text.Once(EnglishClocks.Read, at + (prefix?.Length ?? 0)) is not { } from
            || text.At(prefix?.Groups["between"].Success == true ? BetweenJoint() : Joint(), from.End) is not { } joint
            || text.Once(EnglishClocks.Read, from.End + joint.Length) is not { } to)
            return null;

        // "from three thirty to four thirty" can be nothing but times, "from 3 to 4" anything.
        var minutes = named && from.Value.Minute is not null && to.Value.Minute is not null;
        var span = ClockSpan.Of(from.Value, to.Value);
        return new(span with { Bare = span.Bare && !minutes }, to.End);
    }

    private static Read<ClockSpan>? Lasting(EnglishText text, int at) =>
        text.At(From(), at) is { } word
        && text.Once(EnglishClocks.Read, at + word.Length) is { Value.Bare: false } from
        && text.At(For(), from.End) is { } joint
        && EnglishOffsets.Lapse(text, from.End + joint.Length) is { } lapse
        && Span(from.Value, lapse.Value) is { } span
            ? new(span, lapse.End)
            : null;

    private static Read<ClockSpan>? LastingFirst(EnglishText text, int at) =>
        text.At(ForFirst(), at) is { } word
        && EnglishOffsets.Lapse(text, at + word.Length) is { } lapse
        && text.At(FromAfter(), lapse.End) is { } joint
        && text.Once(EnglishClocks.Read, lapse.End + joint.Length) is { Value.Bare: false } from
        && Span(from.Value, lapse.Value) is { } span
            ? new(span, from.End)
            : null;

    private static ClockSpan? Span(Clock from, Lapse lapse)
    {
        var seconds = (lapse.Length.Hours * 3600) + (lapse.Length.Minutes * 60) + lapse.Length.Seconds;
        if (!lapse.HasTime || lapse.Length.HasDateComponent || seconds is < 1 or >= 24 * 3600)
            return null;
        var end = (int)((from.Seconds + seconds) % (24 * 3600));
        return new(from.Timex, new Clock(end / 3600, end / 60 % 60, end % 60, AmPm: false).Timex, (int)seconds, from.AmPm, Bare: false);
    }

    [GeneratedRegex(@"\G(?:(?<word>from|(?<between>between)) |at (?=\d))(?:around )?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\G(?: ?[-~] ?| (?:to|till?|until|up to|through) )", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Joint();

    [GeneratedRegex(@"\G(?: ?[-~] ?| (?:and|to) )", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex BetweenJoint();

    [GeneratedRegex(@"\G(?:from|at) ", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex From();

    [GeneratedRegex(@"\G for ", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex For();

    [GeneratedRegex(@"\Gfor ", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex ForFirst();

    [GeneratedRegex(@"\G (?:from|starting(?: at| from)?) ", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex FromAfter();
}
