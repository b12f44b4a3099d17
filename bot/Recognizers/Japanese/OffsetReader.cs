using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Recognizers.Japanese;

/// <summary>A distance from now or from a day just said: 3日前, 2か月後, 5分で, 明日から3日以内, 今後5日間.</summary>
internal static partial class OffsetReader
{
    private const string Amount = "(?:(?<count>" + Numerals.Count + ")(?<unit>" + TimeUnit.Names + ")間?(?:(?<minutes>" + Numerals.Sixty + ")分|(?<half>半))?|(?<half>半)(?<unit>年)|(?<count>ひと)月)";

    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.GeneralIso;
    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;

    public static Phrase? Read(FoldedText source, int at) => Offset(source, at, source.Reference, null) ?? Span(source, at);

    /// <param name="day">Where counting starts: 今日 of 今日から2日後.</param>
    public static Phrase? ReadFrom(FoldedText source, Phrase day) =>
        day is { Date.Known: { } known } && Joint().Match(source.Text, day.End) is { Success: true } joint
        && Offset(source, joint.Index + joint.Length, known.AtMidnight(), known) is { Whole: null or { Type: "daterange" } } offset
            ? offset
            : null;

    private static Phrase? Offset(FoldedText source, int at, LocalDateTime from, LocalDate? said)
    {
        if (Away().Match(source.Text, at) is not { Success: true } match || Length(match) is not var (unit, count, halves))
            return null;
        var end = match.Index + match.Length;
        var way = match.Groups["way"].Value;

        // 十分で is "enough", 1年で一番 no point in time.
        if (way is "で" && (match.Value is "十分で" || unit is { OfClock: false, Letter: "Y" or "M" }))
            return null;
        if (way.StartsWith("以内", StringComparison.Ordinal))
            return new(end) { Whole = Ahead(from, unit, count, said) };

        var sign = way[0] is '前' ? -1 : 1;
        var moment = Plus(from, unit, count, halves, sign);
        if (unit.OfClock)
            return new(end) { Whole = ("datetime", Moment.Format(moment)) };
        return new(end)
        {
            Date = PartialDate.On(moment.Date),
            Mod = match.Groups["more"].Success ? sign < 0 ? "before" : "after" : null,
        };
    }

    private static Phrase? Span(FoldedText source, int at)
    {
        if (Around().Match(source.Text, at) is not { Success: true } match || Length(match) is not var (unit, count, halves))
            return null;
        var end = match.Index + match.Length;
        if (unit is { Letter: "Y" } && halves > 0)
            (unit, count) = (TimeUnit.Of("か月"), 6);
        if (match.Groups["ahead"].Success)
            return new(end) { Whole = Ahead(source.Reference, unit, count, null) };
        return new(end)
        {
            Whole = unit.OfClock
                ? ("datetimerange", $"({Moment.Format(unit.Add(source.Reference, -count))},{Moment.Format(source.Reference)},{unit.Duration(count)})")
                : ("daterange", $"({Day.Format(unit.Add(source.Reference, -count).Date)},{Day.Format(source.Today)},{unit.Duration(count)})"),
        };
    }

    // Days to come count from tomorrow or the day said, hours to come from now.
    private static (string Type, string Timex) Ahead(LocalDateTime from, TimeUnit unit, int count, LocalDate? said)
    {
        if (unit.OfClock)
            return ("datetimerange", $"({Moment.Format(from)},{Moment.Format(unit.Add(from, count))},{unit.Duration(count)})");
        var first = said ?? from.Date.PlusDays(1);
        var end = unit.Letter is "BD" ? unit.Add(from, count).PlusDays(1) : unit.Add(first.AtMidnight(), count);
        return ("daterange", $"({Day.Format(first)},{Day.Format(end.Date)},{unit.Duration(count)})");
    }

    private static LocalDateTime Plus(LocalDateTime from, TimeUnit unit, int count, int halves, int sign)
    {
        var moment = unit.Add(from, sign * count);
        return unit switch
        {
            { OfClock: true } => moment.PlusMinutes(sign * halves),
            { Letter: "Y" } when halves > 0 => moment.PlusMonths(sign * 6),
            _ => moment,
        };
    }

    /// <returns>The unit, how many of it, and the minutes after the hours (30 also stands for half a year).</returns>
    private static (TimeUnit Unit, int Count, int Halves)? Length(Match match)
    {
        var unit = TimeUnit.Of(match.Groups["unit"].Success ? match.Groups["unit"].Value : "か月");
        var halves = match.Groups["half"].Success ? 30 : Numerals.Parse(match.Groups["minutes"].Value) ?? 0;
        if (halves > 0 && unit is not { Letter: "H" or "Y" })
            return null;
        if (!match.Groups["count"].Success)
            return (unit, 0, halves);
        return Numerals.Parse(match.Groups["count"].Value) is { } count ? (unit, count, halves) : null;
    }

    [GeneratedRegex(@"\G" + Amount + "(?<more>以上)?の?(?<way>前(?![半払後])|後(?![半払])|以内|で(?![もはのすき]))", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Away();

    [GeneratedRegex(@"\G(?:(?<ahead>今後の?|向こう|これから|次の|後)|過去の?|直近の?|最近の?|前の(?!半年)|この|ここ) ?" + Amount + "間?(?!前|後|以内|目|以上|ごと)", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Around();

    [GeneratedRegex(@"\G(?:から|より|の)", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Joint();
}
