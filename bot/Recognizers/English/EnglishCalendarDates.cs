using System.Text.RegularExpressions;
using NodaTime;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>"3 May 2026", "May the 3rd", "next 6th of April", "the 18th", "the 15th day of next month".</summary>
internal static partial class EnglishCalendarDates
{
    public static Read<Day>? Read(EnglishText text, int at)
    {
        var near = text.At(Near(), at);
        var start = at + (near?.Length ?? 0);
        var read = Spelt(text, start) ?? (near is null ? null : EnglishNumericDates.Read(text, start));
        if (near is null || read is not { Value: { Known: null, Dates: null } undated })
            return near is null ? read : null;

        // "this 5/12" is this year's even when it is over, "next 5/12" the one after.
        var year = text.Today.Year;
        var day = new Day($"{year}{undated.Timex[4..]}").Known;
        if (day is not { } thisYears)
            return null;
        var passed = thisYears < text.Today;
        var date = near.Groups["n"].Value switch
        {
            "next" => thisYears.PlusYears(passed || thisYears.Year == year ? 1 : 0),
            "last" => thisYears.PlusYears(passed ? 0 : -1),
            _ => thisYears,
        };
        return read with { Value = undated with { Dates = [date] } };
    }

    /// <summary>A day without its month: "the 18th", "the 31st of this month", "the 15th day of next month".</summary>
    public static Read<Day>? OfTheMonth(EnglishText text, int at)
    {
        if (text.At(DayOfMonth(), at) is not { } match)
            return null;
        var day = EnglishNumbers.Value(match.Groups["d"].Value);
        if (day is < 1 or > 31)
            return null;
        if (!match.Groups["month"].Success)
            return new(new Day($"XXXX-XX-{day:00}"), at + match.Length);
        var months = match.Groups["month"].Value switch { "next" => 1, "last" or "previous" => -1, _ => 0 };
        var first = text.Today.With(DateAdjusters.StartOfMonth).PlusMonths(months);
        return day <= first.Calendar.GetDaysInMonth(first.Year, first.Month)
            ? new(Day.On(first.PlusDays(day - 1)), at + match.Length)
            : null;
    }

    private static Read<Day>? Spelt(EnglishText text, int at)
    {
        if ((text.At(MonthFirst(), at) ?? text.At(DayFirst(), at)) is not { } match)
            return null;
        var (month, day) = (EnglishNumbers.Month(match.Groups["month"].Value), EnglishNumbers.Value(match.Groups["d"].Value));
        var end = at + match.Length;
        if (month == 0 || day is < 1 or > 31)
            return null;
        if (text.At(YearAfter(), end) is not { } yearAfter)
            return new(Day.On(month, day), end);
        var year = EnglishNumbers.Year(yearAfter.Groups["y"].Value);
        return new(new Day($"{year:0000}-{month:00}-{day:00}"), end + yearAfter.Length);
    }

    [GeneratedRegex(@"\G(?<n>this|next|last) ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Near();

    [GeneratedRegex(@"\G(?<month>" + Month + @")(?:" + Gap + @"|-|, )?(?:the )?(?<d>" + MonthDay + @")(?!:\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\G(?<d>(?:" + Ordinal + @"|\d{1,2})" + Stop + ")(?:" + Gap + @"|-|/)?(?:day )?(?:of (?:the )?)?(?<month>" + Month + ")" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\G(?:" + MayGap + ",?" + MayGap + @"(?:(?:of|in) )?(?<y>" + AnyYear + @")|(?:" + Gap + @"of(?: '|" + Gap + @")| ')(?<y>\d\d))" + Stop + @"(?!:\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex YearAfter();

    // "the first invoice" is no date: without a month, only small words or the end may follow.
    [GeneratedRegex(
        @"\G(?:(?:the )?(?<d>" + Ordinal + @")(?: day)? of (?<month>the|this|current|next|last|previous) month" +
        @"|the (?<d>" + Ordinal + ")(?=" + MayGap + @"(?:[.,!?;)-]|$)|" + Gap + @"(?:at|from|between|to|till|until|through|and|or|in|for|after|before|around|please|by|if|is|was|works|would|i|we|you|\d)" + Stop + ")" +
        @"|the (?<d>\d{1,2})(?= (?:from|between|at) \d))" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex DayOfMonth();
}
