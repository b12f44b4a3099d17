using System.Text.RegularExpressions;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>A day, however it is said, and the plain words for the days around today.</summary>
internal static partial class EnglishDays
{
    private static readonly Func<EnglishText, int, Read<Day>?>[] Rules =
    [
        Around, Apposed, EnglishNumericDates.Read, EnglishCalendarDates.Read, EnglishCalendarDates.OfTheMonth, EnglishWeekdays.Read,
        EnglishWeekdays.OfAWeek, EnglishWeekdays.WithDate, EnglishWeekdays.NthOfMonth, EnglishHolidays.Read, EnglishOffsets.Days,
    ];

    public static readonly Func<EnglishText, int, Read<Day>?> Read = (text, at) => text.Longest<Day>(at, Rules);

    /// <summary>The days that an offset can start from: "3 days after Friday"; not offsets themselves, lest they nest.</summary>
    public static readonly Func<EnglishText, int, Read<Day>?> Anchor = (text, at) => text.Longest<Day>(at, Rules.AsSpan(0, 10));

    private static Read<Day>? Around(EnglishText text, int at)
    {
        if (text.At(Words(), at) is not { } match)
            return null;
        var days = match switch
        {
            _ when match.Groups["tomorrow"].Success || match.Groups["after"].Success => 1,
            _ when match.Groups["yesterday"].Success || match.Groups["before"].Success => -1,
            _ when match.Groups["aftertomorrow"].Success => 2,
            _ when match.Groups["beforeyesterday"].Success => -2,
            _ => 0,
        };
        return new(Day.On(text.Today.PlusDays(days)), at + match.Length);
    }

    // "tomorrow, 15 May": the date it falls on by the speaker's own reckoning.
    private static Read<Day>? Apposed(EnglishText text, int at) =>
        Around(text, at) is { } word && text.At(Comma(), word.End) is { } comma
            ? EnglishNumericDates.Read(text, word.End + comma.Length) ?? EnglishCalendarDates.Read(text, word.End + comma.Length)
            : null;

    [GeneratedRegex(@"\G, ?", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Comma();

    [GeneratedRegex(
        @"\G(?:(?<today>today|todays(?=" + Gap + @"date))|(?<tomorrow>tomorrow|tmrw?|tmr|the following day(?=" + MayGap + @"(?:[.,!?;]|$)))|(?<yesterday>yesterday|the previous day)" +
        @"|(?:the )?day (?:(?<aftertomorrow>after tomorrow)|(?<beforeyesterday>before yesterday))" +
        @"|the day(?: (?:(?<before>before)|(?<after>after)))?(?=" + MayGap + @"(?:[.,!?;]|$)))" + Stop,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Words();
}
