using System.Text.RegularExpressions;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>A day, with or without a part of it: "tonight", "this morning", "Tuesday in the morning", "Wednesday evening next week".</summary>
internal static partial class EnglishDayParts
{
    public static readonly Func<EnglishText, int, Read<DayPart>?> Read = (text, at) => Spoken(text, at) ?? DayThenPart(text, at);

    private static Read<DayPart>? Spoken(EnglishText text, int at)
    {
        if (text.At(Around(), at) is not { } match)
            return null;
        var timex = match.Groups["part"].Value switch { "morning" => "TMO", "afternoon" => "TAF", "evening" => "TEV", _ => "TNI" };
        var days = match.Groups["next"].Success ? 1 : match.Groups["last"].Success ? -1 : 0;
        var mod = match.Groups["early"].Success ? "start" : match.Groups["late"].Success ? "end" : null;
        return new(new(Day.On(text.Today.PlusDays(days)), new(timex, mod)), at + match.Length);
    }

    private static Read<DayPart>? DayThenPart(EnglishText text, int at)
    {
        if (text.At(WeekdayPartWeek(), at) is { } week
            && EnglishWeekdays.OfAWeek(new($"{week.Groups["weekday"].Value} {week.Groups["week"].Value}", text.Reference), 0) is { } inWeek
            && EnglishPartsOfDay.Named(text, week.Groups["part"].Index) is { } said)
            return new(new(inWeek.Value, said.Value), at + week.Length);
        if (text.Once(EnglishDays.Read, at) is not { } day)
            return null;
        return text.At(Joint(), day.End) is { } joint && EnglishPartsOfDay.Named(text, day.End + joint.Length) is { } part
            ? new(new(day.Value, part.Value), part.End)
            : new(new(day.Value, null), day.End);
    }

    [GeneratedRegex(@"\G(?:(?:(?<early>early|earlier)|(?<late>late|later)) )?(?:tonight|(?:this|(?<next>next)|(?<last>last)) (?<part>" + Part + "))" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Around();

    [GeneratedRegex(@"\G(?<weekday>" + Weekday + ") (?:(?:in the )?(?<part>" + Part + ")) (?:of )?(?<week>" + Nearness + " week)" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex WeekdayPartWeek();

    [GeneratedRegex(@"\G,? ", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Joint();
}
