using System.Text.RegularExpressions;
using NodaTime;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>"April 2017", "2017 April", "2015-3", "this September", "May", "2018", "calendar year 2018".</summary>
internal static partial class EnglishMonthsAndYears
{
    public static Read<Span>? Read(EnglishText text, int at)
    {
        if (text.At(MonthOfYear(), at) is { } both)
        {
            var year = both.Groups["near"] is { Success: true } near
                ? text.Today.Year + EnglishPeriods.Steps(near.Value)
                : EnglishNumbers.Year(both.Groups["y"].Value);
            var month = both.Groups["month"].Success ? EnglishNumbers.Month(both.Groups["month"].Value)
                : both.Groups["nth"].Success ? EnglishNumbers.Value(both.Groups["nth"].Value)
                : EnglishNumbers.Value(both.Groups["m"].Value);
            return month is >= 1 and <= 12 ? new(Span.Month(new LocalDate(year, month, 1)), at + both.Length) : null;
        }

        return Alone(text, at) ?? Year(text, at);
    }

    private static Read<Span>? Alone(EnglishText text, int at)
    {
        if (text.At(Month(), at) is not { } match)
            return null;
        var (month, end) = (EnglishNumbers.Month(match.Groups["month"].Value), at + match.Length);
        if (month == 0)
            return null;
        if (!match.Groups["near"].Success)
            return new(Span.Month(month), end);
        var thisYears = new LocalDate(text.Today.Year, month, 1);
        var current = text.Today.With(DateAdjusters.StartOfMonth);
        return new(Span.Month(EnglishPeriods.Steps(match.Groups["near"].Value) switch
        {
            > 0 => thisYears > current ? thisYears : thisYears.PlusYears(1),
            < 0 => thisYears < current ? thisYears : thisYears.PlusYears(-1),
            _ => thisYears,
        }), end);
    }

    private static Read<Span>? Year(EnglishText text, int at)
    {
        if (text.At(School(), at) is { } school)
        {
            // Fiscal and school years begin where their owner says: named, never resolved.
            var year = school.Groups["y"].Success ? $"{EnglishNumbers.Year(school.Groups["y"].Value)}" : "XXXX";
            var name = school.Groups["school"].Success ? "SY" : "FY";
            return new(Span.Year(text.Today.Year) with { Timex = name + year }, at + school.Length);
        }

        return text.At(YearAlone(), at) is { } match ? new(Span.Year(EnglishNumbers.Year(match.Groups["y"].Value)), at + match.Length) : null;
    }

    private const string NearYear = "(?<near>this|current|next|following|last|previous) year";

    [GeneratedRegex(
        @"\G(?:(?<month>" + EnglishWords.Month + @")(?:(?:,? (?:(?:of|in) )?|[-/])(?<y>" + AnyYear + @")|(?: of)? '(?<y>\d\d)|,? (?:(?:of|in) )?" + NearYear + ")" +
        "|(?<y>" + EnglishWords.Year + @")(?:[ /-](?<month>" + EnglishWords.Month + @")|[-/](?<m>\d{1,2}))" +
        @"|(?<m>\d{1,2})[-/](?<y>" + EnglishWords.Year + ")" +
        "|(?:the )?(?<nth>" + Ordinal + ") month (?:of|in) (?:(?<y>" + EnglishWords.Year + ")|" + NearYear + "))" + Stop,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex MonthOfYear();

    [GeneratedRegex(@"\G(?:(?<near>this past|this|next|last|previous|coming|upcoming) )?(?<month>" + EnglishWords.Month + ")" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Month();

    [GeneratedRegex(@"\G(?:(?:(?<school>sy|school year)|fy|fiscal year|financial year)(?: ?(?<y>" + EnglishWords.Year + @"|\d\d))?)" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex School();

    [GeneratedRegex(@"\G(?:(?:(?:calendar )?year |cy ?|=)(?<y>" + EnglishWords.Year + @")|cy(?<y>\d\d)|(?<y>" + EnglishWords.Year + "))" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex YearAlone();
}
