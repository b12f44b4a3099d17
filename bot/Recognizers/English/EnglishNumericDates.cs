using System.Text.RegularExpressions;
using NodaTime;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>2026-05-03, 5/3/2026 (month first, as in en-US), 23.04.2026, 3-May-2026, 20260503, 11/20.</summary>
internal static partial class EnglishNumericDates
{
    private static readonly Regex[] Shapes = [YearFirst(), YearLast(), YearLastSpelt(), YearAmid(), Compact(), MonthAndDay()];

    public static Read<Day>? Read(EnglishText text, int at)
    {
        if (at >= text.Text.Length || !char.IsAsciiLetterOrDigit(text.Text[at]))
            return null;
        foreach (var shape in Shapes)
        {
            if (text.At(shape, at) is { } match && Date(match) is { } day)
                return new(day, at + match.Length);
        }

        return null;
    }

    private static Day? Date(Match match)
    {
        var (month, day) = match.Groups["month"].Success
            ? (EnglishNumbers.Month(match.Groups["month"].Value), EnglishNumbers.Value(match.Groups["d"].Value))
            : MonthFirst(EnglishNumbers.Value(match.Groups["a"].Value), EnglishNumbers.Value(match.Groups["d"].Value), match.Groups["sep"].Value);
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return null;
        if (!match.Groups["y"].Success)
            return Day.On(month, day);

        var year = EnglishNumbers.Value(match.Groups["y"].Value);
        if (year >= 100)
            return new($"{year:0000}-{month:00}-{day:00}");
        if (year is < 30 or >= 70)
            return OnCalendar(year + (year < 30 ? 2000 : 1900), month, day) is { } date ? Day.On(date) : null;
        var centuries = new[] { OnCalendar(1900 + year, month, day), OnCalendar(2000 + year, month, day) };
        return new($"XX{year}-{month:00}-{day:00}", [.. centuries.OfType<LocalDate>()]);
    }

    private static (int Month, int Day) MonthFirst(int a, int b, string separator) =>
        a > 12 || (separator == "." && b <= 12) ? (b, a) : (a, b);

    private static LocalDate? OnCalendar(int year, int month, int day) =>
        day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    [GeneratedRegex(@"\G(?<y>" + Year + @")(?<sep>[-/. ])(?:(?<a>\d{1,2})\k<sep>(?<d>\d{1,2})|(?<month>" + Month + @")\k<sep>(?<d>\d{1,2})|(?<d>\d{1,2})\k<sep>(?<month>" + Month + @"))(?:" + Stop + @"|(?=t\d\d:\d\d))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"\G(?<a>\d{1,2})(?<sep>[-/.])(?<d>\d{1,2})\k<sep>(?<y>" + Year + @"|\d\d)" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex YearLast();

    [GeneratedRegex(@"\G(?:(?<d>\d{1,2})(?<sep>[-/])(?<month>" + Month + @")|(?<month>" + Month + @")(?<sep>[-/])(?<d>\d{1,2}))\k<sep>(?<y>" + Year + @"|\d\d)" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex YearLastSpelt();

    [GeneratedRegex(@"\G(?<d>\d{1,2})(?<sep>[-/])(?<y>" + Year + @")\k<sep>(?<month>" + Month + ")" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex YearAmid();

    [GeneratedRegex(@"\G(?<y>" + Year + @")(?<a>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Compact();

    // "24/7" is a way of saying always, "1/2 of" a half.
    [GeneratedRegex(@"\G(?!24/7" + Stop + @")(?<a>\d{1,2})(?<sep>/)(?<d>\d{1,2})" + Stop + @"(?![/.]\d|" + Gap + "of" + Gap + ")", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex MonthAndDay();
}
