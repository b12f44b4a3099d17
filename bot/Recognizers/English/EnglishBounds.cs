using System.Text.RegularExpressions;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>Stretches open at one side: "since August", "by the end of the month", "2012 or later", "more than 2 weeks before today".</summary>
internal static partial class EnglishBounds
{
    public static readonly Func<EnglishText, int, Read<Span>?> Read = (text, at) => Before(text, at) ?? After(text, at) ?? Distance(text, at);

    /// <summary>before, after, since or until, as a word before a day, a period or a time says it.</summary>
    public static Read<string>? Word(EnglishText text, int at) =>
        text.At(Bound(), at) is { } match ? new(Mod(match), at + match.Length) : null;

    /// <summary>The same said behind it: "or later".</summary>
    public static Read<string>? WordBehind(EnglishText text, int at) =>
        text.At(BoundBehind(), at) is { } match ? new(Mod(match), at + match.Length) : null;

    private static string Mod(Match match) => match switch
    {
        _ when match.Groups["until"].Success => "until",
        _ when match.Groups["since"].Success => "since",
        _ when match.Groups["after"].Success => "after",
        _ => "before",
    };

    private static Read<Span>? Before(EnglishText text, int at)
    {
        if (text.At(ToDate(), at) is { } toDate)
            return new(new(TimexPeriod.Present, Day.On(text.Today), Day.On(text.Today), 'D') { Mod = "before" }, at + toDate.Length);
        if (Word(text, at) is not { } word)
            return null;
        var the = text.At(The(), word.End)?.Length ?? 0;
        return Bounded(text, word.End, word.Value) is { } read && (the == 0 || Bounded(text, word.End + the, word.Value) is not { } longer || longer.End <= read.End)
            ? read
            : Bounded(text, word.End + the, word.Value);
    }

    private static Read<Span>? After(EnglishText text, int at) =>
        Bounded(text, at, "") is { } read && WordBehind(text, read.End) is { } word
            ? new(read.Value with { Mod = word.Value }, word.End)
            : null;

    private static Read<Span>? Bounded(EnglishText text, int at, string mod)
    {
        var (day, span) = (text.Once(EnglishDays.Read, at), text.Once(EnglishPartsOfPeriods.Read, at));
        if (span is not null && span.End >= (day?.End ?? 0))
            return new(span.Value with { Mod = span.Value.Mod is { } part ? $"{mod}-{part}" : mod }, span.End);
        return day is null ? null : new(new(day.Value.Timex, day.Value, day.Value, 'D') { Mod = mod, Meanings = day.Value.Meanings }, day.End);
    }

    private static Read<Span>? Distance(EnglishText text, int at)
    {
        if (text.At(More(), at) is not { } match || text.Once(EnglishDays.Read, at + match.Length) is not { Value.Known: { } day } read
            || text.At(Direction(), at + match.Length) is not { } direction)
            return null;
        var back = direction.Groups["back"].Success;
        if (match.Groups["more"].Success)
            return new(new(read.Value.Timex, read.Value, read.Value, 'D') { Mod = back ? "before" : "after" }, read.End);
        var lapse = EnglishOffsets.Lapse(text, at + match.Length)!.Value;
        var anchor = back ? lapse.After(day) : lapse.Before(day);
        return new(back ? Span.Between(day, anchor, lapse.Timex) : Span.Between(anchor, day, lapse.Timex), read.End);
    }

    [GeneratedRegex(
        @"\G(?:(?<since>on or after|since|starting(?: from| on)?|beginning(?: on| from)?|effective(?: from)?|as early as|no earlier than|as of)|(?<until>on or before)" +
        "|(?<after>after|later than|greater than)|before|prior to|earlier than|no later than|not later than|until|till|by) ",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Bound();

    [GeneratedRegex(@"\G(?: (?:or|and) (?:(?<since>later|newer|onwards?|after(?=[ \t]*(?:[.,!?;)]|$)))|(?<until>earlier|older|before(?=[ \t]*(?:[.,!?;)]|$))))| (?<since>onwards?))" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex BoundBehind();

    [GeneratedRegex(@"\G(?:to|till?|until) date" + Stop + @"(?=[ \t]{0,4}(?:[.,!?;)]|$)| (?:on|for|with|is|in|and|or)" + Stop + ")", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex ToDate();

    [GeneratedRegex(@"\Gthe ", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex The();

    [GeneratedRegex(@"\G(?:(?<more>more) than|less than) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex More();

    [GeneratedRegex(@"\G" + Number + " " + Unit + " (?:(?<back>before|ago)|after|from|later)" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Direction();
}
