using BillingBot.Conversation;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Offer;
using NodaTime;

namespace BillingBot.Skills.Hours;

/// <summary>Answers a question about hours from one plan's calendar, in one language.</summary>
internal sealed class HoursAnswers(Phrases<HoursSkill> phrases, OfferWords words, TwoClocks clocks, SupportCalendar calendar, Language language)
{
    // A card of more lines than this is not read.
    private const int MostDays = 10;
    private const int MostDaysAhead = 400;

    public HoursAnswer To(Asked asked) => asked switch
    {
        Asked.Now => Now(),
        Asked.Days days => Days(days.Dates),
        Asked.Moments moments => Moments([.. moments.At.Select(clocks.Instant)]),
        Asked.Windows windows => Windows(windows.During),
        Asked.Period period => Period(period.First, period.Last),
        _ => throw new InvalidOperationException($"No answer for {asked.GetType().Name}."),
    };

    /// <summary>How it is at this very moment, for the card of a question about another time.</summary>
    public CardFact NowFact()
    {
        var now = clocks.Now;
        return new(Phrase("Now"), (calendar.IsOpen(now), calendar.OpenUntil(now), calendar.NextOpening(now)) switch
        {
            (true, { } until, _) => Phrase("NowOpen", clocks.Say(until)),
            (true, null, _) => Phrase("NowOpenAlways"),
            (false, _, { } next) => Phrase("NowClosed", clocks.Say(next)),
            (false, _, null) => Phrase("NowClosedLong"),
        });
    }

    private HoursAnswer Now()
    {
        var now = clocks.Now;
        var unusual = Enumerable.Range(0, 7).Select(clocks.Today.PlusDays).Select(calendar.SpansOn).Where(day => day.Reason is not null);
        var facts = unusual.Select(DayFact).ToList();
        if (calendar.IsOpen(now))
            return new(calendar.OpenUntil(now) is { } until ? Phrase("OpenNow", clocks.Say(until)) : Phrase("OpenAlways"), CardTone.Good, facts);

        var closed = calendar.SpansOn(clocks.Today).Reason is { } reason ? Phrase("ClosedNowReason", reason.In(language.Code)) : Phrase("ClosedNow");
        return new(Sentences([closed, Next(now)]), CardTone.Warning, facts);
    }

    private HoursAnswer Days(IReadOnlyList<LocalDate> dates)
    {
        var days = dates.Select(calendar.SpansOn).ToList();
        var facts = days.Select(DayFact).ToList();
        if (clocks.SayYours(days.SelectMany(day => calendar.PeriodsOn(day.Date))) is { } yours)
            facts.Add(new(words.YourTimeLabel, yours));

        var after = days[^1].IsClosed ? Next(clocks.Instant(days[^1].Date.AtMidnight())) : null;
        return new(
            Sentences([.. days.Select(DaySentence), after]),
            days.Exists(day => day.IsClosed) ? CardTone.Warning : CardTone.Good,
            facts);
    }

    private HoursAnswer Moments(List<Instant> moments)
    {
        var closed = moments.Where(moment => !calendar.IsOpen(moment)).ToList();
        var days = moments.Select(moment => clocks.Local(moment).Date).Distinct().Select(calendar.SpansOn);
        return new(
            Sentences([.. moments.Select(MomentSentence), closed.Count > 0 ? Next(closed[^1]) : null]),
            closed.Count > 0 ? CardTone.Warning : CardTone.Good,
            [.. days.Select(DayFact)]);
    }

    private HoursAnswer Windows(IReadOnlyList<(LocalDateTime Start, LocalDateTime End)> windows)
    {
        var days = windows.Select(window => window.Start.Date).Distinct().Select(calendar.SpansOn);
        var asked = windows.Select(window => new OpenPeriod(clocks.Instant(window.Start), clocks.Instant(window.End))).ToList();
        var open = asked.ConvertAll(OpenWithin);
        return new(
            Sentences([.. asked.Zip(open, WindowSentence)]),
            asked.Zip(open).All(pair => IsWhole(pair.First, pair.Second)) ? CardTone.Good : CardTone.Warning,
            [.. days.Select(DayFact)]);
    }

    private HoursAnswer Period(LocalDate first, LocalDate last)
    {
        var count = Math.Min(NodaTime.Period.DaysBetween(first, last) + 1, MostDaysAhead);
        var days = Enumerable.Range(0, count).Select(first.PlusDays).Select(calendar.SpansOn).ToList();
        var unusual = days.Where(day => day.Reason is not null).ToList();
        var told = days.Count <= MostDays ? days : unusual;
        var facts = told.Take(MostDays).Select(DayFact).ToList();
        if (told.Count > MostDays)
            facts.Add(new("…", Phrase("MoreDays", told.Count - MostDays)));

        var name = words.Dates(first, last, clocks.Today);
        return days.TrueForAll(day => day.IsClosed)
            ? new(Sentences([Phrase("PeriodClosed", name), Next(clocks.Instant(last.AtMidnight()))]), CardTone.Warning, facts)
            : new(Phrase(unusual.Count > 0 ? "PeriodExcept" : "PeriodUsual", name), unusual.Count > 0 ? CardTone.Warning : CardTone.Good, facts);
    }

    private string Next(Instant after) =>
        calendar.NextOpening(after) is { } next ? Phrase("NextOpening", clocks.Say(next)) : Phrase("NoOpening");

    private string DaySentence(SupportDay day) => (day.IsClosed, day.Reason?.In(language.Code)) switch
    {
        (true, null) => Phrase("DayClosed", Date(day)),
        (true, var reason) => Phrase("DayClosedReason", Date(day), reason),
        (false, null) => Phrase("DayOpen", Date(day), words.Spans(day.Spans)),
        (false, var reason) => Phrase("DayOpenReason", Date(day), words.Spans(day.Spans), reason),
    };

    private string MomentSentence(Instant moment)
    {
        var said = clocks.SayWithDate(moment);
        if (calendar.IsOpen(moment))
            return calendar.OpenUntil(moment) is { } until ? Phrase("MomentOpen", said, clocks.Say(until, moment)) : Phrase("MomentOpenAlways", said);
        return calendar.SpansOn(clocks.Local(moment).Date).Reason is { } reason
            ? Phrase("MomentClosedReason", said, reason.In(language.Code))
            : Phrase("MomentClosed", said);
    }

    private string WindowSentence(OpenPeriod window, List<OpenPeriod> open)
    {
        var said = Say(window);
        if (IsWhole(window, open))
            return Phrase("WindowOpen", said);
        return open.Count > 0 ? Phrase("WindowPart", said, words.List(open.Select(Say))) : Phrase("MomentClosed", said);

        string Say(OpenPeriod period) =>
            words.FromTo(period == window ? clocks.SayWithDate(period.Start) : clocks.Say(period.Start, window.Start), clocks.Say(period.End, window.Start));
    }

    private List<OpenPeriod> OpenWithin(OpenPeriod window) =>
    [
        .. calendar.Openings(window.Start)
            .TakeWhile(open => open.Start < window.End)
            .Select(open => new OpenPeriod(Instant.Max(open.Start, window.Start), Instant.Min(open.End, window.End))),
    ];

    private static bool IsWhole(OpenPeriod window, List<OpenPeriod> open) => open is [var only] && only == window;

    private CardFact DayFact(SupportDay day) => new(
        Date(day),
        day.Reason is { } reason ? Phrase("FactReason", words.Spans(day.Spans), reason.In(language.Code)) : words.Spans(day.Spans));

    private string Date(SupportDay day) => words.Date(day.Date, clocks.Today);

    private string Sentences(IEnumerable<string?> sentences) =>
        string.Join(Phrase("SentenceSeparator"), sentences.OfType<string>());

    private string Phrase(string key, params object[] values) => phrases.Format(language, key, values);
}
