using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace BillingBot.Recognizers.Japanese;

/// <summary>From one point to another: 3月1日から15日まで, 9時〜12時, 月曜の11時から4時, 2014年から2018年.</summary>
internal static partial class RangeReader
{
    private const int WholeDay = 24 * 3600;

    /// <returns>Null where <paramref name="first"/> begins no range.</returns>
    public static Phrase? Read(FoldedText source, Phrase first)
    {
        if (first is { Whole: not null } or { PartOfDay: not null } or { Mod: not null } or { Edge: null, Time: null }
            || To().Match(source.Text, first.End) is not { Success: true } to
            || PhraseReader.Read(source, to.Index + to.Length) is not { Whole: null, PartOfDay: null, Mod: null, Ignored: false } last)
            return null;
        return Join(source, first, last);
    }

    /// <returns>Null where the two are not of one kind, or the end comes first.</returns>
    public static Phrase? Join(FoldedText source, Phrase first, Phrase last)
    {
        var range = (first, last) switch
        {
            ({ Time: { } from }, { Time: { } until, Period: null }) when last.Date is null || first.Date is not null => Timed(source, first, from, last, until),
            ({ Time: null, Edge: { } from }, { Time: null, Edge: { } until }) => Dated(source, first, from, last, until),
            _ => null,
        };
        if (range is null)
            return null;

        var close = (range.Type is "daterange" ? ClosesDates() : ClosesTimes()).Match(source.Text, range.End);
        return close.Success ? range with { End = close.Index + close.Length } : range;
    }

    private static Phrase? Dated(FoldedText source, Phrase first, PartialDate from, Phrase last, PartialDate until)
    {
        until = until.After(from);
        from = from.Before(until);
        if (from.Nominal(source.Today) is not { } start || until.Nominal(start) is not { } end || end < start)
            return null;

        var unit = first.Period?.Unit is { Length: > 0 } both && both == last.Period?.Unit ? both : "D";
        var count = unit switch
        {
            "Y" => end.Year - start.Year,
            "M" => Period.Between(start, end, PeriodUnits.Months).Months,
            "W" => Period.Between(start, end, PeriodUnits.Weeks).Weeks,
            _ => Period.DaysBetween(start, end),
        };
        return new(last.End)
        {
            Whole = ("daterange", string.Create(CultureInfo.InvariantCulture, $"({from.Timex},{until.Timex},P{count}{unit})")),
        };
    }

    private static Phrase Timed(FoldedText source, Phrase first, ClockTime from, Phrase last, ClockTime until)
    {
        var type = first.Date is null ? "timerange" : "datetimerange";
        var otherDay = last.Date is { } end && first.Date is { } start ? end.After(start) : null;
        var days = otherDay is { } && first.Date?.Nominal(source.Today) is { } a && otherDay.Nominal(a) is { } b ? Period.DaysBetween(a, b) : 0;

        // "11 to 4" ends in the afternoon; so does "9 to 3 pm" begin in the morning.
        if (days == 0 && until is { AmPm: true } && until.Seconds <= from.Seconds && until.HalfADayLater.Seconds > from.Seconds)
            until = until.HalfADayLater;
        var eitherHalf = from is { AmPm: true, Hour: < 12 } && last.AmPm && until.Hour % 12 != 0 && (first.Date is null || until.Hour < 12);

        var length = ((until.Seconds - from.Seconds + WholeDay) % WholeDay) + (days * WholeDay);
        var day = first.Date?.Timex;
        return new(last.End)
        {
            Whole = (type, $"({day}{from.Timex},{otherDay?.Timex ?? day}{until.Timex},{Length(length)})"),
            AmPm = eitherHalf,
            Meanings = first.Days?.Select(only => $"({PartialDate.On(only).Timex}{from.Timex},{PartialDate.On(only).Timex}{until.Timex},{Length(length)})").ToList(),
        };
    }

    private static string Length(int seconds)
    {
        var (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        var text = "PT" + (hours > 0 ? string.Create(CultureInfo.InvariantCulture, $"{hours}H") : "");
        return minutes > 0 ? string.Create(CultureInfo.InvariantCulture, $"{text}{minutes}M") : text;
    }

    [GeneratedRegex(@"\G ?(?:から|より|~|-)、? ?", Pattern.Options, Timeout.Infinite)]
    private static partial Regex To();

    [GeneratedRegex(@"\G(?:まで|の間)", Pattern.Options, Timeout.Infinite)]
    private static partial Regex ClosesDates();

    [GeneratedRegex(@"\G(?:まで)?(?:の間)?", Pattern.Options, Timeout.Infinite)]
    private static partial Regex ClosesTimes();
}
