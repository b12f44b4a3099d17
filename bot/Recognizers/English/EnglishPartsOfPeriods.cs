using System.Text.RegularExpressions;
using NodaTime;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>"early May", "the end of the month", "later this week", "rest of the week", and whole periods too.</summary>
internal static partial class EnglishPartsOfPeriods
{
    public static readonly Func<EnglishText, int, Read<Span>?> Read = (text, at) => Cut(text, at) ?? text.Once(EnglishPeriods.Whole, at);

    private static Read<Span>? Cut(EnglishText text, int at)
    {
        if (text.At(Short(), at) is { } closing)
            return new((closing.Groups["year"].Success ? Span.Year(text.Today.Year) : This(text, "month")) with { Mod = "end" }, at + closing.Length);
        if (text.At(Part(), at) is not { } match)
            return null;
        var start = at + match.Length;
        var whole = text.At(BareUnit(), start) is { } unit
            ? new(This(text, unit.Groups["unit"].Value), start + unit.Length)
            : text.Once(EnglishPeriods.Whole, start);
        if (whole is null or { Value.Mod: not null } or { Value.Meanings: not null })
            return null;
        var (span, digits) = (whole.Value, char.IsAsciiDigit(text.Text[whole.End - 1]));

        return match switch
        {
            _ when match.Groups["rest"].Success => Rest(text.Today, whole),
            _ when match.Groups["later"].Success => Later(text.Today, whole),
            _ when match.Groups["earlier"].Success => Earlier(text.Today, whole),
            _ when match.Groups["start"].Success => new(Third(span, digits, 0) with { Mod = "start" }, whole.End),
            _ when match.Groups["mid"].Success => new(Third(span, digits, 4) with { Mod = "mid" }, whole.End),
            _ => new(Third(span, digits, 8) with { Mod = "end" }, whole.End),
        };
    }

    private static Span This(EnglishText text, string unit) => EnglishPeriods.Whole(new("this " + unit, text.Reference), 0)!.Value;

    // Of a year named by its number, the first or last four months; of others the halves that the resolver cuts.
    private static Span Third(Span whole, bool digits, int months) =>
        whole is { Unit: 'Y', Timex.Length: 4, Start: { } start } && digits ? whole.Only(start.PlusMonths(months), start.PlusMonths(months + 4)) : whole;

    private static Read<Span>? Rest(LocalDate today, Read<Span> whole) =>
        whole.Value.End is { } end && end.PlusDays(-1) > today && whole.Value.Start <= today ? new(Span.Days(today, end.PlusDays(-1)), whole.End) : null;

    private static Read<Span>? Later(LocalDate today, Read<Span> whole) =>
        whole.Value is { Start: { } start, End: { } end } ? new(whole.Value.Only(LocalDate.Max(today, Half(start, end)), end), whole.End) : null;

    private static Read<Span>? Earlier(LocalDate today, Read<Span> whole) =>
        whole.Value is { Start: { } start, End: { } end } ? new(whole.Value.Only(start, LocalDate.Min(today, Half(start, end))), whole.End) : null;

    private static LocalDate Half(LocalDate start, LocalDate end) => Period.DaysBetween(start, end) switch
    {
        > 300 => start.PlusMonths(6),
        var days => start.PlusDays(days / 2),
    };

    [GeneratedRegex(
        @"\G(?:(?<earlier>earlier(?: in)?)|(?<later>later(?: in)?)|(?<start>early(?: in)?|(?:beginning|start) of)|(?<mid>mid(?: in)?(?=[ -])|(?:middle|mid) of)|(?<end>late(?: in)?|end of)|(?<rest>(?:rest|remainder|remaining) of))[ -](?:the (?!same|next|last|0*1st))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Part();

    [GeneratedRegex(@"\G(?<unit>week|month|quarter|year)" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex BareUnit();

    [GeneratedRegex(@"\G(?:(?<year>eoy|year[ -]end)|eom|month[ -]end)" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Short();
}
