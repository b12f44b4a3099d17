using BillingBot.Conversation;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Offer;
using NodaTime;

namespace BillingBot.Skills.Hours;

/// <summary>Says how one plan's calendar stands at a moment, on a day, through a window.</summary>
internal sealed class HoursSentences(Phrases<HoursSkill> phrases, OfferWords words, TwoClocks clocks, SupportCalendar calendar, Language language)
{
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

    /// <param name="now">A moment when it is open.</param>
    public string OpenNow(Instant now) => (calendar.OpenUntil(now), calendar.NextOpening(now)) switch
    {
        (null, _) => Phrase("OpenAlways"),
        ({ } until, { } next) when clocks.Local(until).Date == clocks.Local(next).Date => Phrase("OpenNowAgain", clocks.Say(until), clocks.Say(next)),
        ({ } until, _) => Phrase("OpenNow", clocks.Say(until)),
    };

    public string ClosedNow() => calendar.SpansOn(clocks.Today).Reason is { } reason
        ? Phrase("ClosedNowReason", reason.In(language.Code))
        : Phrase("ClosedNow");

    /// <summary>The next opening after a moment, but none that is already past.</summary>
    public string Next(Instant after) =>
        calendar.NextOpening(Instant.Max(after, clocks.Now)) is { } next ? Phrase("NextOpening", clocks.Say(next)) : Phrase("NoOpening");

    public string Day(SupportDay day) => (day.IsClosed, day.Reason?.In(language.Code)) switch
    {
        (true, null) => Phrase("DayClosed", Date(day)),
        (true, var reason) => Phrase("DayClosedReason", Date(day), reason),
        (false, null) => Phrase("DayOpen", Date(day), words.Spans(day.Spans)),
        (false, var reason) => Phrase("DayOpenReason", Date(day), words.Spans(day.Spans), reason),
    };

    public string Moment(Instant moment)
    {
        var said = clocks.SayWithClock(moment);
        if (calendar.IsOpen(moment))
            return calendar.OpenUntil(moment) is { } until ? Phrase("MomentOpen", said, clocks.Say(until, moment)) : Phrase("MomentOpenAlways", said);
        return calendar.SpansOn(clocks.Local(moment).Date).Reason is { } reason
            ? Phrase("MomentClosedReason", said, reason.In(language.Code))
            : Phrase("MomentClosed", said);
    }

    public string Window(OpenPeriod window, List<OpenPeriod> open)
    {
        var said = clocks.SayWithClock(window.Start, window.End);
        if (IsWhole(window, open))
            return Phrase("WindowOpen", said);
        return open.Count > 0 ? Phrase("WindowPart", said, words.List(open.Select(Say))) : Phrase("MomentClosed", said);

        string Say(OpenPeriod period) =>
            words.FromTo(clocks.Say(period.Start, window.Start), clocks.Say(period.End, window.Start));
    }

    public string Dates(LocalDate first, LocalDate last) => words.Dates(first, last, clocks.Today);

    public static bool IsWhole(OpenPeriod window, List<OpenPeriod> open) => open is [var only] && only == window;

    public CardFact DayFact(SupportDay day) => new(
        Date(day),
        day.Reason is { } reason ? Phrase("FactReason", words.Spans(day.Spans), reason.In(language.Code)) : words.Spans(day.Spans));

    public string NoSuchDate(string text) => Phrase("NoSuchDate", text, words.WeekInBrief(calendar));

    public string YearEnd(YearEndClosure closure) => closure.Closes > clocks.Now
        ? Phrase("YearEnd", clocks.Say(closure.Closes), clocks.Say(closure.Opens))
        : Phrase("YearEndOver", clocks.Say(closure.Opens));

    public CardFact? YourTimeFact(SupportDay day) => clocks.SayYours(calendar.PeriodsOn(day.Date)) is { } yours
        ? new(Phrase("DayYourTime", Date(day), clocks.YourName), yours)
        : null;

    private string Date(SupportDay day) => words.Date(day.Date, clocks.Today);

    private string Phrase(string key, params object[] values) => phrases.Format(language, key, values);
}
