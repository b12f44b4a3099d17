using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Calendars;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>Weeks, months, quarters and years told from today: "last month", "the next 3 weeks", "year to date".</summary>
internal static partial class EnglishPeriods
{
    private static readonly Func<EnglishText, int, Read<Span>?>[] Rules =
    [
        Near, Lasting, CountedFirst, ToDate, EnglishMonthsAndYears.Read, EnglishQuarters.Read, EnglishWeeks.Read, EnglishEras.Read,
    ];

    /// <summary>A period as such, not yet cut by "early" or "end of".</summary>
    public static readonly Func<EnglishText, int, Read<Span>?> Whole = (text, at) => text.Longest<Span>(at, Rules);

    public static LocalDate Monday(LocalDate day) => day.PlusDays(1).Previous(IsoDayOfWeek.Monday);

    /// <summary>How many units on "next" is, or back "last".</summary>
    public static int Steps(string nearness) => nearness switch
    {
        "next" or "following" or "coming" or "upcoming" or "this coming" or "this upcoming" => 1,
        "last" or "previous" or "prev" or "past" or "this past" => -1,
        _ => 0,
    };

    public static Span Week(LocalDate monday) => Span.Named(
        $"{WeekYearRules.Iso.GetWeekYear(monday)}-W{WeekYearRules.Iso.GetWeekOfWeekYear(monday):00}", monday, monday.PlusWeeks(1), 'W');

    public static Span Weekend(LocalDate monday) =>
        Span.Named(Week(monday).Timex + "-WE", monday.PlusDays(5), monday.PlusWeeks(1), 'W');

    public static LocalDate Quarter(LocalDate day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);

    private static Read<Span>? Near(EnglishText text, int at)
    {
        if (text.At(NearUnit(), at) is not { } match)
            return null;
        var (steps, end, today) = (Steps(match.Groups["near"].Value), at + match.Length, text.Today);
        var (monday, month) = (Monday(today).PlusWeeks(steps), today.With(DateAdjusters.StartOfMonth).PlusMonths(steps));
        if (match.Groups["same"].Success)
        {
            return match.Groups["unit"].Value switch
            {
                "week" => new(Week(monday) with { Timex = "XXXX-WXX", Mod = "ref_undef" }, end),
                "month" => new(Span.Month(month) with { Timex = "XXXX-XX", Mod = "ref_undef" }, end),
                "year" => new(Span.Year(today.Year) with { Timex = "XXXX", Mod = "ref_undef" }, end),
                _ => null,
            };
        }

        return match.Groups["unit"].Value switch
        {
            "week" or "wk" => new(Week(monday), end),
            "month" => new(Span.Month(month), end),
            "quarter" => new(Span.Between(Quarter(today).PlusMonths(3 * steps), Quarter(today).PlusMonths((3 * steps) + 3), "P3M", 'M'), end),
            "fortnight" => new(Span.Between(monday.PlusWeeks(steps), monday.PlusWeeks(steps + 2), "P2W", 'W'), end),
            "weekend" => new(Weekend(monday), end),
            "year" => new(Span.Year(today.Year + steps), end),
            _ => new(Week(monday).Only(monday, monday.PlusDays(5)) with { After = Day.On(monday.PlusDays(5)) }, end),
        };
    }

    private static Read<Span>? Lasting(EnglishText text, int at) =>
        text.At(Before(), at) is { } match && EnglishOffsets.Lapse(text, at + match.Length) is { Value.HasTime: false } lapse
            ? new(Around(text.Today, lapse.Value, match.Groups["within"].Success ? 0 : Steps(match.Groups["near"].Value), Aligned(text, lapse, at)), lapse.End)
            : null;

    // "the 5 past years"
    private static Read<Span>? CountedFirst(EnglishText text, int at) =>
        text.At(Count(), at) is { } match && EnglishOffsets.Lapse(new(match.Groups["n"].Value + " " + match.Groups["unit"].Value, text.Reference), 0) is { Value.HasTime: false } lapse
            ? new(Around(text.Today, lapse.Value, Steps(match.Groups["near"].Value), match.Groups["unit"].Value.StartsWith('q')), at + match.Length)
            : null;

    private static bool Aligned(EnglishText text, Read<Lapse> lapse, int at) =>
        text.Text.AsSpan(at, lapse.End - at).Contains("quarter", StringComparison.Ordinal);

    private static Span Around(LocalDate today, Lapse lapse, int steps, bool quarters) => steps switch
    {
        > 0 when quarters => Span.Between(Quarter(today).PlusMonths(3), lapse.After(Quarter(today).PlusMonths(3)), lapse.Timex, 'M'),
        < 0 when quarters => Span.Between(lapse.Before(Quarter(today)), Quarter(today), lapse.Timex, 'M'),
        > 0 when lapse.BusinessDays > 0 => Span.Between(today.PlusDays(1), lapse.After(today).PlusDays(1), lapse.Timex),
        > 0 => Span.Between(today.PlusDays(1), lapse.After(today.PlusDays(1)), lapse.Timex),
        < 0 => Span.Between(lapse.Before(today), today, lapse.Timex),
        _ => Span.Between(today, lapse.After(today), lapse.Timex),
    };

    private static Read<Span>? ToDate(EnglishText text, int at)
    {
        if (text.At(SoFar(), at) is not { } match)
            return null;
        var start = match.Groups["unit"].Value switch
        {
            ['m', ..] => text.Today.With(DateAdjusters.StartOfMonth),
            ['q', ..] => Quarter(text.Today),
            ['w', ..] => Monday(text.Today),
            _ => new LocalDate(text.Today.Year, 1, 1),
        };
        var whole = match.Groups["unit"].Value is ['y', ..] ? Span.Year(text.Today.Year) : Span.Days(start, text.Today);
        return new(whole.Only(start, text.Today) with { After = Day.On(text.Today) }, at + match.Length);
    }

    [GeneratedRegex(@"\G(?:(?:(?<near>" + Nearness + "|the|my current)|(?<same>same)) (?:billing |calendar )?(?<unit>week|wk|month|quarter|fortnight|weekend|year|(?:business|working|work) ?week)|(?<unit>weekend))" + Stop + "(?! to date|,? " + Year + Stop + ")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex NearUnit();

    [GeneratedRegex(@"\G(?:(?<within>within)(?: the)?(?: next| coming)?|(?<near>next|last|past|previous|prev|coming|upcoming|following)) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Before();

    [GeneratedRegex(@"\G(?<n>" + Number + ") (?<near>next|upcoming|coming|following|past|previous|last) (?<unit>" + Unit + ")(?<=s)" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    public static partial Regex Count();

    [GeneratedRegex(@"\G(?:(?<unit>year|month|quarter|week)[ -]to[ -]date|(?<unit>ytd|mtd|qtd))" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex SoFar();
}
