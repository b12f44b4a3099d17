using NodaTime;
using NodaTime.TimeZones;

namespace BillingBot.Knowledge.Support;

/// <summary>
/// When a plan's people are there. What applies to a date: special hours of that very date, else special hours of every
/// year, else (where the plan observes them) a public holiday, else the weekly hours.
/// </summary>
/// <param name="zone">The partner's zone: every span and date is wall-clock time in it.</param>
/// <param name="weekly">Spans by day of the week; a day that is missing is closed.</param>
/// <param name="special">Among rules of one kind the first that covers the date applies.</param>
/// <param name="holidays">The public holidays on which the plan is closed; null when it observes none.</param>
public sealed class SupportCalendar(
    DateTimeZone zone,
    IReadOnlyDictionary<IsoDayOfWeek, IReadOnlyList<OpeningSpan>> weekly,
    IReadOnlyList<SpecialHours> special,
    HolidayCalendar? holidays)
{
    // More than a year, so that every yearly rule has come round once; a plan closed for longer has no next opening.
    private const int HorizonDays = 400;

    // Opening in a gap of the clocks: as soon as the gap is over, and a span wholly inside vanishes. In the hour that comes
    // twice, opening is its first pass and closing its second: never closed while the wall clock shows opening hours.
    private static readonly ZoneLocalMappingResolver Opening =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private static readonly ZoneLocalMappingResolver Closing =
        Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);

    public DateTimeZone Zone => zone;
    public bool ObservesHolidays => holidays is not null;

    /// <summary>The last year whose public holidays are known; null when that is every year, or none are observed.</summary>
    public int? HolidaysKnownUntil => holidays?.LastYear;
    public bool IsAlwaysOpen => special.Count == 0 && holidays is null && AllWeek.All(day => Weekly(day) is [{ IsWholeDay: true }]);

    public static IReadOnlyList<IsoDayOfWeek> AllWeek { get; } =
        [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    /// <summary>The usual hours of a day of the week; empty when closed.</summary>
    public IReadOnlyList<OpeningSpan> Weekly(IsoDayOfWeek day) => weekly.GetValueOrDefault(day, []);

    public SupportDay SpansOn(LocalDate date)
    {
        var rule = special.FirstOrDefault(rule => rule.Once is not null && rule.Covers(date))
            ?? special.FirstOrDefault(rule => rule.Covers(date));
        if (rule is not null)
            return new(date, rule.Spans, rule.Reason);
        return holidays?.NameOf(date) is { } holiday ? new(date, [], holiday) : new(date, Weekly(date.DayOfWeek), null);
    }

    public bool IsOpen(Instant instant) => Openings(instant).FirstOrDefault() is { } next && next.Start <= instant;

    /// <summary>When it closes. Null when closed at that moment, or open for more than a year on end.</summary>
    public Instant? OpenUntil(Instant instant) =>
        Openings(instant).FirstOrDefault() is { } next && next.Start <= instant && next.End < Horizon(instant) ? next.End : null;

    /// <summary>The first opening after that moment. Null when there is none for more than a year, as for 24x7.</summary>
    public Instant? NextOpening(Instant instant) =>
        Openings(instant).FirstOrDefault(opening => opening.Start > instant)?.Start;

    /// <summary>The stretches of open time that end after <paramref name="from"/>, in order, up to the horizon; none touch.</summary>
    public IEnumerable<OpenPeriod> Openings(Instant from)
    {
        var first = from.InZone(zone).Date.PlusDays(-1);
        OpenPeriod? current = null;
        for (var day = 0; day <= HorizonDays; day++)
        {
            foreach (var period in PeriodsOn(first.PlusDays(day)))
            {
                if (current is not null && period.Start <= current.End)
                {
                    current = current with { End = Instant.Max(current.End, period.End) };
                    continue;
                }

                if (current is not null && current.End > from)
                    yield return current;
                current = period;
            }
        }

        if (current is not null && current.End > from)
            yield return current;
    }

    /// <summary>The spans of a date as instants; one that opens late in the evening ends on the next date.</summary>
    public IEnumerable<OpenPeriod> PeriodsOn(LocalDate date) => SpansOn(date).Spans
        .Select(span => new OpenPeriod(
            zone.ResolveLocal(span.OpensOn(date), Opening).ToInstant(),
            zone.ResolveLocal(span.ClosesOn(date), Closing).ToInstant()))
        .Where(period => period.Start < period.End);

    private Instant Horizon(Instant from) =>
        zone.AtStartOfDay(from.InZone(zone).Date.PlusDays(HorizonDays - 1)).ToInstant();
}
