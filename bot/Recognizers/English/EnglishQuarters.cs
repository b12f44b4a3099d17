using System.Text.RegularExpressions;
using NodaTime;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>"Q3 2026", "2019-H2", "the second quarter of last year", "Q3", and the seasons, which have no fixed days.</summary>
internal static partial class EnglishQuarters
{
    public static Read<Span>? Read(EnglishText text, int at)
    {
        if (text.At(Season(), at) is { } season)
        {
            var of = season.Groups["y"].Success ? EnglishNumbers.Year(season.Groups["y"].Value) : text.Today.Year + EnglishPeriods.Steps(season.Groups["near"].Value);
            var code = season.Groups["season"].Value switch { "spring" => "SP", "summer" => "SU", "winter" => "WI", _ => "FA" };
            return new(Span.Year(of) with { Timex = $"{of}-{code}" }, at + season.Length);
        }

        if (text.At(Quarter(), at) is not { } match)
            return null;
        var months = match.Groups["half"].Success ? 6 : 3;
        var nth = match.Groups["nth"].Value == "last" ? 12 / months : EnglishNumbers.Value(match.Groups["nth"].Value);
        if (nth < 1 || nth > 12 / months)
            return null;
        var (month, length, end) = (((nth - 1) * months) + 1, $"P{months}M", at + match.Length);
        if (match.Groups["y"].Success || match.Groups["near"].Success)
        {
            var year = match.Groups["y"].Success ? EnglishNumbers.Year(match.Groups["y"].Value) : text.Today.Year + EnglishPeriods.Steps(match.Groups["near"].Value);
            var first = new LocalDate(year, month, 1);
            return new(Span.Between(first, first.PlusMonths(months), length, 'M'), end);
        }

        var (from, after) = (Day.On(month, 1), Day.On(((month + months - 1) % 12) + 1, 1));
        return new(new($"({from.Timex},{after.Timex},{length})", from, after, 'M'), end);
    }

    private const string NearYear = "(?<near>this|current|next|following|last|previous|the)(?: calendar)? year";

    [GeneratedRegex(
        @"\G(?:(?<y>" + Year + @")[ -]?(?:q|(?<half>h))(?<nth>[1-4])" +
        @"|(?:q|(?<half>h(?=[12] ?(?:(?:of|in) )?-?" + Year + @")))(?<nth>[1-4])(?:[ -]?(?:(?:of|in) )?(?:(?<y>" + Year + @")|'(?<y>\d\d)|" + NearYear + "))?" +
        "|(?:the )?(?<nth>" + Ordinal + "|last) (?:quarter|(?<half>half)) (?:of |in )?(?:(?:the year )?(?<y>" + Year + ")|" + NearYear + "))" + Stop,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\G(?:(?<near>this|next|last) (?<season>spring|summer|autumn|fall|winter)|(?<season>spring|summer|autumn|fall|winter) (?:of )?(?<y>" + Year + "))" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Season();
}
