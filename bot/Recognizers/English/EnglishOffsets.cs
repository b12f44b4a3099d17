using System.Text.RegularExpressions;
using NodaTime;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>How long ("2 weeks and 2 days") and the days reckoned by it: ago, from now, in, before and after another day.</summary>
internal static partial class EnglishOffsets
{
    /// <summary>A length of time, at most four units long.</summary>
    public static Read<Lapse>? Lapse(EnglishText text, int at)
    {
        var (builder, timex, time, end, business) = (new PeriodBuilder(), "", "", at, 0);
        for (var parts = 0; parts < 4 && text.At(parts == 0 ? First() : Next(), end) is { } match; parts++)
        {
            var number = match.Groups["half"].Success ? 30 : EnglishNumbers.Value(match.Groups["n"].Value);
            var unit = match.Groups["unit"].Value;
            end += match.Length;
            switch (unit)
            {
                case ['b', ..] or ['w', 'o', ..] or ['w', 'e', 'e', 'k', 'd', ..]: business += number; timex += $"{number}BD"; break;
                case ['y', ..]: builder.Years += number; timex += $"{number}Y"; break;
                case ['q', ..]: builder.Months += 3 * number; timex += $"{3 * number}M"; break;
                case ['m', 'o', ..]: builder.Months += number; timex += $"{number}M"; break;
                case ['w', ..]: builder.Weeks += number; timex += $"{number}W"; break;
                case ['f', ..]: builder.Weeks += 2 * number; timex += $"{2 * number}W"; break;
                case ['d', ..]: builder.Days += number; timex += $"{number}D"; break;
                case ['h', ..] when match.Groups["half"].Success: builder.Minutes += number; time += $"{number}M"; break;
                case ['h', ..]: builder.Hours += number; time += $"{number}H"; break;
                case ['m', ..]: builder.Minutes += number; time += $"{number}M"; break;
                default: builder.Seconds += number; time += $"{number}S"; break;
            }
        }

        // Further than anyone means, and off the calendar.
        return end > at && builder.Years < 1000 ? new(new(builder.Build(), "P" + timex + (time.Length > 0 ? "T" + time : ""), business), end) : null;
    }

    public static Read<Day>? Days(EnglishText text, int at)
    {
        if (text.At(WeekdayBefore(), at) is { } named && Plain(text, at + named.Length) is { } inWeek && inWeek.Value.Known is { } someDay)
            return new(SameWeek(someDay, named), inWeek.End);
        if (Plain(text, at) is not { } read)
            return null;
        return text.At(WeekdayAfter(), read.End) is { } weekday && read.Value.Known is { } day
            ? new(SameWeek(day, weekday), read.End + weekday.Length)
            : read;
    }

    private static Read<Day>? Plain(EnglishText text, int at)
    {
        var prefix = text.At(In(), at);
        if (Lapse(text, at + (prefix?.Length ?? 0)) is not { Value.HasTime: false } lapse)
            return null;
        if (prefix is not null)
        {
            if (text.At(Since(), lapse.End) is { } since)
                return new(Day.On(lapse.Value.After(new LocalDate(EnglishNumbers.Year(since.Groups["y"].Value), 1, 1))), lapse.End + since.Length);
            return text.At(NoIn(), lapse.End) is null ? new(Day.On(lapse.Value.After(text.Today)), lapse.End) : null;
        }

        if (text.At(Ago(), lapse.End) is { } ago)
            return new(Day.On(lapse.Value.Before(text.Today)), lapse.End + ago.Length);
        if (text.At(Later(), lapse.End) is { } later)
            return new(Day.On(lapse.Value.After(text.Today)), lapse.End + later.Length);
        if (text.At(Direction(), lapse.End) is not { } direction
            || text.Once(EnglishDays.Anchor, lapse.End + direction.Length) is not { } anchor
            || anchor.Value.Coming(text.Today) is not { } day)
            return null;
        return new(Day.On(direction.Groups["back"].Success ? lapse.Value.Before(day) : lapse.Value.After(day)), anchor.End);
    }

    private static Day SameWeek(LocalDate day, Match weekday) =>
        Day.On(EnglishPeriods.Monday(day).PlusDays(EnglishNumbers.Weekday(weekday.Groups["weekday"].Value) - 1));

    private const string Few = @"an?|(?:a )?couple(?: of)?|(?:a )?few|several";

    [GeneratedRegex(@"\G(?:(?<half>half an?) (?<unit>hour)|(?<n>" + Number + "|" + Few + ")[ -]{0,2}(?<unit>" + Unit + "))" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex First();

    [GeneratedRegex(@"\G(?:,| and|, and)? (?<n>" + Number + ") ?(?<unit>" + Unit + ")" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Next();

    [GeneratedRegex(@"\Gin (?:(?:about|around|another) )?", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex In();

    // "in 3 months of usage", "in two days' time".
    [GeneratedRegex(@"\G (?:of|ago|before|after)" + Stop, RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex NoIn();

    [GeneratedRegex(@"\G since (?:the )?(?:year )?(?<y>" + Year + ")" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Since();

    [GeneratedRegex(@"\G (?:ago|earlier|back)" + Stop, RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Ago();

    [GeneratedRegex(@"\G (?:later|from now|hence)" + Stop, RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Later();

    [GeneratedRegex(@"\G (?:from|after|following|(?<back>before|prior to)) (?:the )?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Direction();

    [GeneratedRegex(@"\G(?<weekday>" + Weekday + ")(?:, ?| )", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex WeekdayBefore();

    [GeneratedRegex(@"\G,? on (?<weekday>" + Weekday + ")" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex WeekdayAfter();
}
