using System.Text.RegularExpressions;
using NodaTime;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>The holidays customers name in billing talk; those that move are reckoned for the years around today.</summary>
internal static partial class EnglishHolidays
{
    private static readonly (string Name, int Month, int Day)[] Fixed =
    [
        ("new year's eve", 12, 31), ("new years eve", 12, 31), ("new year", 1, 1), ("christmas eve", 12, 24), ("boxing day", 12, 26),
        ("xmas eve", 12, 24),
        ("christmas", 12, 25), ("xmas", 12, 25), ("independence day", 7, 4), ("halloween", 10, 31), ("earth day", 4, 22),
        ("valentine", 2, 14), ("veterans day", 11, 11), ("labour day", 5, 1),
    ];

    public static Read<Day>? Read(EnglishText text, int at)
    {
        if (text.At(Named(), at) is not { } match)
            return null;
        var (name, end) = (match.Groups["name"].Value, at + match.Length);
        if (match.Groups["y"] is { Success: true } year)
            return new(Day.On(In(name, EnglishNumbers.Year(year.Value))), end);

        var thisYear = In(name, text.Today.Year);
        var coming = thisYear < text.Today ? In(name, text.Today.Year + 1) : thisYear;
        var past = thisYear < text.Today ? thisYear : In(name, text.Today.Year - 1);
        return match.Groups["near"] is { Success: true } near
            ? new(Day.On(near.Value switch { "last" or "previous" or "past" => past, "this" => thisYear, _ => coming }), end)
            : new(new($"XXXX-{thisYear.Month:00}-{thisYear.Day:00}", [past, coming]), end);
    }

    private static LocalDate In(string name, int year) => name switch
    {
        "easter monday" => Easter(year).PlusDays(1),
        "good friday" => Easter(year).PlusDays(-2),
        "easter" or "easter sunday" => Easter(year),
        "thanksgiving" or "thanksgiving day" => Nth(year, 11, IsoDayOfWeek.Thursday, 4),
        "black friday" => Nth(year, 11, IsoDayOfWeek.Thursday, 4).PlusDays(1),
        "cyber monday" => Nth(year, 11, IsoDayOfWeek.Thursday, 4).PlusDays(4),
        "labor day" => Nth(year, 9, IsoDayOfWeek.Monday, 1),
        "memorial day" => new LocalDate(year, 6, 1).Previous(IsoDayOfWeek.Monday),
        _ => Array.Find(Fixed, holiday => name.StartsWith(holiday.Name, StringComparison.Ordinal)) is var (_, month, day)
            ? new LocalDate(year, month, day)
            : throw new ArgumentOutOfRangeException(nameof(name), name, "Not in the pattern below."),
    };

    private static LocalDate Nth(int year, int month, IsoDayOfWeek weekday, int nth) =>
        new LocalDate(year, month, 1).PlusDays(-1).Next(weekday).PlusWeeks(nth - 1);

    /// <summary>The Sunday after the first full moon of spring, by the Gregorian reckoning with its golden number and epact.</summary>
    private static LocalDate Easter(int year)
    {
        var (golden, century) = (year % 19, year / 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (year % 100 / 4)) - epact - (year % 100 % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var days = epact + toSunday - (7 * late) + 114;
        return new(year, days / 31, (days % 31) + 1);
    }

    [GeneratedRegex(
        @"\G(?:(?<near>this|next|following|coming|upcoming|last|previous|past)" + Gap + @")?(?<name>(?:christmas|xmas)(?: day| eve)?|new year(?:s day|'s day|s eve|'s eve|s|'s)?|boxing day|independence day|halloween|earth day|valentine'?s day|veterans day|labou?r day|memorial day|easter(?: sunday| monday)?|good friday|thanksgiving(?: day)?|black friday|cyber monday)(?:,? (?:of |in )?(?<y>" + Year + "))?" + Stop,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Named();
}
