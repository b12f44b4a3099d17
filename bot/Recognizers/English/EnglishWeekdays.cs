using System.Text.RegularExpressions;
using NodaTime;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>"Friday", "next Friday", "Tuesday of last week", "Monday 21", "Friday, 15 May", "the first Monday of June".</summary>
internal static partial class EnglishWeekdays
{
    public static Read<Day>? Read(EnglishText text, int at)
    {
        if (text.At(Named(), at) is not { } match)
            return null;
        var weekday = EnglishNumbers.Weekday(match.Groups["weekday"].Value);
        return new(match.Groups["near"] is { Success: true } near ? Day.On(Near(text.Today, near.Value, weekday)) : new($"XXXX-WXX-{weekday}"), at + match.Length);
    }

    /// <summary>"Monday of next week", "next week Monday", "Wednesday next week".</summary>
    public static Read<Day>? OfAWeek(EnglishText text, int at)
    {
        if ((text.At(DayThenWeek(), at) ?? text.At(WeekThenDay(), at)) is not { } match)
            return null;
        var monday = EnglishPeriods.Monday(text.Today).PlusWeeks(EnglishPeriods.Steps(match.Groups["near"].Value));
        return new(Day.On(monday.PlusDays(EnglishNumbers.Weekday(match.Groups["weekday"].Value) - 1)), at + match.Length);
    }

    /// <summary>A weekday and a date that belong together: the date says which day, the weekday may say which year.</summary>
    public static Read<Day>? WithDate(EnglishText text, int at)
    {
        if (text.At(Named(), at) is not { } named)
            return null;
        var weekday = EnglishNumbers.Weekday(named.Groups["weekday"].Value);
        if (text.At(BeforeDate(), at + named.Length) is { } comma && DateAfter(text, at + named.Length + comma.Length) is { } date)
        {
            var end = date.End + (comma.Value.Contains('(', StringComparison.Ordinal) && text.Text.AsSpan(date.End) is [')', ..] ? 1 : 0);
            var thisYear = named.Groups["near"].Success && date.Value.Timex.StartsWith("XXXX", StringComparison.Ordinal) ? new Day($"{text.Today.Year}{date.Value.Timex[4..]}").Known : null;
            return new(thisYear is { } known ? date.Value with { Dates = [known] } : date.Value, end);
        }

        return text.At(DayNumber(), at + named.Length) is { } number && EnglishNumbers.Value(number.Groups["d"].Value) is >= 1 and <= 31 and var day
            ? new(OnlyWhere(text.Today, weekday, day, number.Groups["the"].Success), at + named.Length + number.Length)
            : null;
    }

    /// <summary>"the first Monday of June", "the last Friday of this month".</summary>
    public static Read<Day>? NthOfMonth(EnglishText text, int at)
    {
        if (text.At(Nth(), at) is not { } match)
            return null;
        var weekday = EnglishNumbers.Weekday(match.Groups["weekday"].Value);
        if (match.Groups["month"].Success && EnglishNumbers.Month(match.Groups["month"].Value) == 0)
            return null;
        var nth = match.Groups["nth"].Value == "last" ? 5 : EnglishNumbers.Value(match.Groups["nth"].Value);
        if (match.Groups["month"] is { Success: true } named && !match.Groups["y"].Success && nth < 5)
            return new(new($"XXXX-{EnglishNumbers.Month(named.Value):00}-WXX-{weekday}-#{nth}"), at + match.Length);
        var month = match.Groups["near"].Success ? text.Today.With(DateAdjusters.StartOfMonth).PlusMonths(EnglishPeriods.Steps(match.Groups["near"].Value))
            : new LocalDate(match.Groups["y"].Success ? EnglishNumbers.Year(match.Groups["y"].Value) : text.Today.Year, EnglishNumbers.Month(match.Groups["month"].Value), 1);
        var day = nth == 5 ? month.PlusMonths(1).Previous((IsoDayOfWeek)weekday) : month.PlusDays(-1).Next((IsoDayOfWeek)weekday).PlusWeeks(nth - 1);
        return new(Day.On(day), at + match.Length);
    }

    private static Read<Day>? DateAfter(EnglishText text, int at) =>
        EnglishCalendarDates.Read(text, at) ?? EnglishNumericDates.Read(text, at);

    private static LocalDate Near(LocalDate today, string near, int weekday)
    {
        var inWeek = EnglishPeriods.Monday(today).PlusDays(weekday - 1);
        return near switch
        {
            "this" or "current" => inWeek,
            "next" or "following" => inWeek.PlusWeeks(1),
            "last" or "previous" or "prev" => inWeek.PlusWeeks(-1),
            "past" or "this past" => today.Previous((IsoDayOfWeek)weekday),
            _ => today.Next((IsoDayOfWeek)weekday),
        };
    }

    // "Monday the 21st" is this month's when that is a Monday, "Monday 21" only while it is to come; else the last and the next 21st that are.
    private static Day OnlyWhere(LocalDate today, int weekday, int day, bool the)
    {
        var first = today.With(DateAdjusters.StartOfMonth);
        LocalDate? In(int months) => first.PlusMonths(months) is var month && day <= month.Calendar.GetDaysInMonth(month.Year, month.Month)
            && month.PlusDays(day - 1) is var date && (int)date.DayOfWeek == weekday ? date : null;
        if (In(0) is { } thisMonth && (the || thisMonth >= today))
            return Day.On(thisMonth);
        var past = Enumerable.Range(0, 60).Select(months => In(-months)).OfType<LocalDate>().Take(1);
        var coming = Enumerable.Range(1, 60).Select(In).OfType<LocalDate>().Take(1);
        return new($"XXXX-WXX-{weekday}", [.. past, .. coming]);
    }

    [GeneratedRegex(@"\G(?:(?<near>" + Nearness + ")" + Gap + ")?(?<weekday>" + Weekday + ")" + Stop + @"(?!-\d{3})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Named();

    [GeneratedRegex(@"\G(?<weekday>" + Weekday + "),? (?:(?:of|in) )?(?:the )?(?<near>" + Nearness + ") week" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex DayThenWeek();

    [GeneratedRegex(@"\G(?<near>" + Nearness + @") week(?:,? (?:- )?)(?:on )?(?<weekday>" + Weekday + ")" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex WeekThenDay();

    [GeneratedRegex(@"\G(?:-| ?\(|,?" + MayGap + "(?:the )?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex BeforeDate();

    [GeneratedRegex(@"\G,? (?<the>the (?=" + Ordinal + "))?(?<d>" + Ordinal + @"|\d{1,2}(?! ?(?:[ap]\.?m|o'?clock)))" + Stop + @"(?! ?[-:]|\.\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex DayNumber();

    [GeneratedRegex(@"\G(?:the )?(?<nth>" + Ordinal + "|last) (?<weekday>" + Weekday + ") (?:of|in) (?:(?<near>the|" + Nearness + ") month|(?<month>" + Month + ")(?:,? (?<y>" + Year + "))?)" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Nth();
}
