using BillingBot.Conversation;
using BillingBot.Knowledge.Support;
using NodaTime;

namespace BillingBot.Skills.Hours;

/// <summary>Answers a question about hours from one plan's calendar, in one language.</summary>
internal sealed class HoursAnswers(Phrases<HoursSkill> phrases, HoursSentences say, TwoClocks clocks, SupportCalendar calendar, Language language)
{
    // A card of more lines than this is not read.
    private const int MostDays = 10;
    private const int MostDaysAhead = 400;

    public HoursAnswer To(Asked asked) => asked switch
    {
        Asked.Now => Now(),
        Asked.Holidays => Holidays(),
        Asked.Past => Past(),
        Asked.NoSuchDate date => new(say.NoSuchDate(date.Text), CardTone.Warning, []),
        Asked.YearEnd => YearEnd(),
        Asked.Days days => Days(days.Dates),
        Asked.Moments moments => Moments([.. moments.At.Select(clocks.Instant)]),
        Asked.Windows windows => Windows(windows.During),
        Asked.Period period => Period(period.First, period.Last),
        _ => throw new InvalidOperationException($"No answer for {asked.GetType().Name}."),
    };

    private HoursAnswer Now()
    {
        var now = clocks.Now;
        var facts = Unusual(days: 7).Select(say.DayFact).ToList();
        if (calendar.IsOpen(now))
            return new(say.OpenNow(now), CardTone.Good, facts);
        return new(Sentences([say.ClosedNow(), say.Next(now)]), CardTone.Warning, facts);
    }

    private HoursAnswer Holidays() => new(
        Phrase(calendar.ObservesHolidays ? "HolidaysClosed" : "HolidaysOpen"),
        calendar.ObservesHolidays ? CardTone.Warning : CardTone.Good,
        [.. Unusual(MostDaysAhead).Take(MostDays / 2).Select(say.DayFact)]);

    private HoursAnswer Past()
    {
        var now = Now();
        return now with { Summary = Sentences([Phrase("PastAsked"), now.Summary]) };
    }

    private HoursAnswer YearEnd()
    {
        if (YearEndClosure.Of(calendar, clocks.Now) is not { } closure)
            return new(Phrase("YearEndOpen"), CardTone.Good, []);
        var first = clocks.Local(closure.Closes).Date;
        var days = Enumerable.Range(0, MostDays).Select(first.PlusDays).TakeWhile(day => day <= clocks.Local(closure.Opens).Date);
        return new(say.YearEnd(closure), CardTone.Warning, [.. days.Select(calendar.SpansOn).Select(say.DayFact)]);
    }

    private HoursAnswer Days(IReadOnlyList<LocalDate> dates)
    {
        var days = dates.Select(calendar.SpansOn).ToList();
        var after = days[^1].IsClosed ? say.Next(clocks.Instant(days[^1].Date.AtMidnight())) : null;
        return new(
            Sentences([.. days.Select(say.Day), after]),
            days.Exists(day => day.IsClosed) ? CardTone.Warning : CardTone.Good,
            [.. days.SelectMany(day => new[] { say.DayFact(day), say.YourTimeFact(day) }).OfType<CardFact>()]);
    }

    private HoursAnswer Moments(List<Instant> moments)
    {
        var closed = moments.Where(moment => !calendar.IsOpen(moment)).ToList();
        var days = moments.Select(moment => clocks.Local(moment).Date).Distinct().Select(calendar.SpansOn);
        return new(
            Sentences([.. moments.Select(say.Moment), closed.Count > 0 ? say.Next(closed[0]) : null]),
            closed.Count > 0 ? CardTone.Warning : CardTone.Good,
            [.. days.Select(say.DayFact)]);
    }

    private HoursAnswer Windows(IReadOnlyList<(LocalDateTime Start, LocalDateTime End)> windows)
    {
        var days = windows.Select(window => window.Start.Date).Distinct().Select(calendar.SpansOn);
        var asked = windows.Select(window => new OpenPeriod(clocks.Instant(window.Start), clocks.Instant(window.End))).ToList();
        var open = asked.ConvertAll(OpenWithin);
        return new(
            Sentences([.. asked.Zip(open, say.Window), open.TrueForAll(within => within.Count == 0) ? say.Next(asked[0].Start) : null]),
            asked.Zip(open).All(pair => HoursSentences.IsWhole(pair.First, pair.Second)) ? CardTone.Good : CardTone.Warning,
            [.. days.Select(say.DayFact)]);
    }

    private HoursAnswer Period(LocalDate first, LocalDate last)
    {
        var count = Math.Min(NodaTime.Period.DaysBetween(first, last) + 1, MostDaysAhead);
        var days = Enumerable.Range(0, count).Select(first.PlusDays).Select(calendar.SpansOn).ToList();
        var unusual = days.Where(day => day.Reason is not null).ToList();
        var told = days.Count <= MostDays ? days : unusual;
        var facts = told.Take(MostDays).Select(say.DayFact).ToList();
        if (told.Count > MostDays)
            facts.Add(new("…", Phrase("MoreDays", told.Count - MostDays)));

        var name = say.Dates(first, last);
        return days.TrueForAll(day => day.IsClosed)
            ? new(Sentences([Phrase("PeriodClosed", name), say.Next(clocks.Instant(last.AtMidnight()))]), CardTone.Warning, facts)
            : new(Phrase(unusual.Count > 0 ? "PeriodExcept" : "PeriodUsual", name), unusual.Count > 0 ? CardTone.Warning : CardTone.Good, facts);
    }

    private IEnumerable<SupportDay> Unusual(int days) =>
        Enumerable.Range(0, days).Select(clocks.Today.PlusDays).Select(calendar.SpansOn).Where(day => day.Reason is not null);

    private List<OpenPeriod> OpenWithin(OpenPeriod window) =>
    [
        .. calendar.Openings(window.Start)
            .TakeWhile(open => open.Start < window.End)
            .Select(open => new OpenPeriod(Instant.Max(open.Start, window.Start), Instant.Min(open.End, window.End))),
    ];

    private string Sentences(IEnumerable<string?> sentences) =>
        string.Join(Phrase("SentenceSeparator"), sentences.OfType<string>());

    private string Phrase(string key, params object[] values) => phrases.Format(language, key, values);
}
