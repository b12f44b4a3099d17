using System.Globalization;
using System.Text.RegularExpressions;
using BillingBot.Recognizers;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Skills.Hours;

/// <summary>Makes one question of the dates and times in the customer's words; of a past and a coming meaning the coming one.</summary>
internal static partial class AskedReader
{
    private const int MostDays = 7;
    private static readonly LocalDatePattern DatePattern = LocalDatePattern.Iso;
    private static readonly LocalTimePattern TimePattern = LocalTimePattern.ExtendedIso;
    private static readonly LocalDateTimePattern MomentPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    /// <param name="results">What the recogniser found.</param>
    /// <param name="now">The partner's wall clock.</param>
    public static Asked Read(IReadOnlyList<ModelResult> results, LocalDateTime now)
    {
        var today = now.Date;
        var dates = Of("date").Select(values => Coming(values.Select(value => Parse(DatePattern, value, "value")).OfType<LocalDate>(), day => day >= today))
            .OfType<LocalDate>().Distinct().Order().Take(MostDays).ToList();
        var times = Of("time").SelectMany(values => values).Select(value => Parse(TimePattern, value, "value")).OfType<LocalTime>().Distinct().ToList();
        var ranges = Of("timerange").SelectMany(values => values)
            .Select(value => (From: Parse(TimePattern, value, "start") ?? LocalTime.Midnight, To: Parse(TimePattern, value, "end") ?? LocalTime.Midnight))
            .Distinct().ToList();

        var moments = Of("datetime").SelectMany(values => ComingOfEach(values.Select(value => Parse(MomentPattern, value, "value")).OfType<LocalDateTime>(), now))
            .Concat(dates.SelectMany(_ => times, (date, time) => date + time))
            .Distinct().Order().Take(MostDays).ToList();
        if (moments.Count > 0)
            return new Asked.Moments(moments);

        var windows = Of("datetimerange").SelectMany(values => ComingOfEach(values.Select(Window).OfType<(LocalDateTime Start, LocalDateTime End)>(), now))
            .Concat(dates.SelectMany(_ => ranges, (date, range) => Window(date, range)))
            .Distinct().Take(MostDays).ToList();
        if (windows.Count > 0)
            return new Asked.Windows(windows);

        if (results.Where(result => result.TypeName == "datetimeV2.daterange").Select(result => ComingPeriod(result, today)).FirstOrDefault(period => period is not null) is { } whole)
            return whole;
        if (dates.Count > 0)
            return new Asked.Days(dates);
        if (times.Count > 0)
            return new Asked.Moments([.. times.Select(time => today + time).Select(at => at < now ? at.PlusDays(1) : at).Order()]);
        return ranges.Count > 0
            ? new Asked.Windows([.. ranges.Select(range => Window(today, range)).Select(window => window.End <= now ? (window.Start.PlusDays(1), window.End.PlusDays(1)) : window)])
            : new Asked.Now();

        // "Now" is recognised as the moment of asking.
        IEnumerable<IReadOnlyList<IReadOnlyDictionary<string, string>>> Of(string type) => results
            .Where(result => result.TypeName == "datetimeV2." + type && !result.Values.Any(value => value.GetValueOrDefault("timex") is "PRESENT_REF"))
            .Select(result => result.Values);
    }

    private static T? Coming<T>(IEnumerable<T> meanings, Func<T, bool> isComing)
        where T : struct
    {
        var all = meanings.Order().ToList();
        return all.Where(isComing).Cast<T?>().FirstOrDefault() ?? all.Cast<T?>().LastOrDefault();
    }

    private static IEnumerable<LocalDateTime> ComingOfEach(IEnumerable<LocalDateTime> moments, LocalDateTime now) =>
        moments.GroupBy(moment => moment.TimeOfDay).Select(same => Coming(same, moment => moment >= now)).OfType<LocalDateTime>();

    private static IEnumerable<(LocalDateTime Start, LocalDateTime End)> ComingOfEach(IEnumerable<(LocalDateTime Start, LocalDateTime End)> windows, LocalDateTime now) =>
        windows.GroupBy(window => window.Start.TimeOfDay).Select(same => Coming(same, window => window.End > now))
            .OfType<(LocalDateTime Start, LocalDateTime End)>();

    private static Asked.Period? ComingPeriod(ModelResult result, LocalDate today)
    {
        var periods = result.Values.Select(value => (First: Parse(DatePattern, value, "start"), End: PeriodEnd(result, value)))
            .Where(period => period is not (null, null))
            .Select(period => (First: period.First ?? LocalDate.Min(today, period.End!.Value.PlusDays(-1)), End: period.End ?? period.First!.Value.PlusWeeks(1)));
        if (Coming(periods, period => period.End > today) is not var (first, end))
            return null;

        var begins = end > today ? LocalDate.Max(first, today) : first;
        return new(begins, LocalDate.Max(begins, end.PlusDays(-1)));
    }

    // A recognised period ends before its end date; whoever says that very date, "from the 24th to the 5th", means it too.
    private static LocalDate? PeriodEnd(ModelResult result, IReadOnlyDictionary<string, string> value) =>
        Parse(DatePattern, value, "end") is { } end
            ? end.PlusDays(Digits().Matches(result.Text).Any(number => int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) == end.Day) ? 1 : 0)
            : null;

    private static (LocalDateTime Start, LocalDateTime End)? Window(IReadOnlyDictionary<string, string> value) =>
        (Parse(MomentPattern, value, "start"), Parse(MomentPattern, value, "end")) switch
        {
            ({ } start, { } end) when start < end => (start, end),
            ({ } start, null) => (start, start.Date.PlusDays(1).AtMidnight()),
            (null, { } end) when end.TimeOfDay > LocalTime.Midnight => (end.Date.AtMidnight(), end),
            _ => null,
        };

    private static (LocalDateTime Start, LocalDateTime End) Window(LocalDate date, (LocalTime From, LocalTime To) range) =>
        (date + range.From, date.PlusDays(range.To <= range.From ? 1 : 0) + range.To);

    private static T? Parse<T>(IPattern<T> pattern, IReadOnlyDictionary<string, string> value, string key)
        where T : struct =>
        value.TryGetValue(key, out var text) && pattern.Parse(text) is { Success: true } parsed ? parsed.Value : null;

    [GeneratedRegex("[0-9]{1,2}", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Digits();
}
