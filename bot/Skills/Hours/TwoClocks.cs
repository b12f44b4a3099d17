using BillingBot.Conversation;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Offer;
using NodaTime;

namespace BillingBot.Skills.Hours;

/// <summary>Says moments by the partner's clock, and beside it by the one the customer named, else the customer's own, where that shows another time.</summary>
/// <param name="zone">The partner's.</param>
/// <param name="said">The zone the customer named, if any.</param>
internal sealed class TwoClocks(Phrases<HoursSkill> phrases, OfferWords words, Turn turn, DateTimeZone zone, DateTimeZone? said = null)
{
    private readonly DateTimeZone? _own = SaidClock.OwnZone(turn);

    // Whoever names the partner's clock still reads their own beside it.
    private readonly DateTimeZone? _yours = said is null || said.Equals(zone) ? SaidClock.OwnZone(turn) : said;

    public Instant Now => turn.Now;

    /// <summary>The partner's date.</summary>
    public LocalDate Today => Local(Now).Date;

    /// <summary>What the partner's clock is called.</summary>
    public string Name => SaidClock.Name(zone, phrases, turn.Language);

    /// <summary>What the clock beside it is called.</summary>
    public string YourName => _yours is null || _yours.Equals(_own) ? phrases[turn.Language, "Clock_Yours"] : SaidClock.Name(_yours, phrases, turn.Language);

    public Instant Instant(LocalDateTime local) => zone.AtLeniently(local).ToInstant();

    public LocalDateTime Local(Instant instant) => instant.InZone(zone).LocalDateTime;

    /// <summary>"18:00", "Tue 24 Nov, 09:00", "Tue 24 Nov, 09:00 (00:00 your time)". Today's date is left out.</summary>
    public string Say(Instant instant) => Say(instant, Today);

    /// <summary>The same, leaving out the date of <paramref name="near"/>, which was just said.</summary>
    public string Say(Instant instant, Instant near) => Say(instant, Local(near).Date);

    /// <summary>The same, always with its date: on the customer's clock it may be another day.</summary>
    public string SayDated(Instant instant) => Say(instant, (LocalDate?)null);

    /// <summary>The same, always with its date and whose clock it is: "Tue 24 Nov, 09:00 Tokyo time (00:00 your time)".</summary>
    public string SayWithClock(Instant instant)
    {
        var (local, here) = (Local(instant), SayLocal(Local(instant), null));
        return Yours(instant) is { } there
            ? phrases.Format(turn.Language, "MomentClockBoth", here, Name, SayLocal(there, local.Date), YourName)
            : phrases.Format(turn.Language, "MomentClock", here, Name);
    }

    /// <summary>"Tue 24 Nov, 09:00–12:00 Tokyo time".</summary>
    public string SayWithClock(Instant start, Instant end) => Yours(start) is null
        ? phrases.Format(turn.Language, "MomentClock", words.FromTo(Say(start, null), Say(end, start)), Name)
        : words.FromTo(SayWithClock(start), Say(end, start));

    /// <summary>Open time by the customer's clock; null where it is the partner's.</summary>
    public string? SayYours(IEnumerable<OpenPeriod> periods)
    {
        var yours = periods.Select(period => (Start: Yours(period.Start), End: Yours(period.End))).ToList();
        return yours.Count == 0 || yours.Exists(period => period.Start is null || period.End is null)
            ? null
            : words.List(yours.Select(period => words.FromTo(
                words.DateAndTime(period.Start!.Value, Today),
                period.Start.Value.Date == period.End!.Value.Date ? words.Time(period.End.Value.TimeOfDay) : words.DateAndTime(period.End.Value, Today))));
    }

    /// <summary>Which clocks these are.</summary>
    public IEnumerable<CardFact> Facts()
    {
        yield return words.TimeZone(zone, turn.Now);
        if (Yours(turn.Now) is not null)
            yield return words.YourTime(_yours!, turn.Now) is var fact && _yours!.Equals(_own) ? fact : fact with { Label = YourName };
    }

    private string Say(Instant instant, LocalDate? known)
    {
        var local = Local(instant);
        var here = SayLocal(local, known);
        return Yours(instant) is { } there ? phrases.Format(turn.Language, "MomentBoth", here, SayLocal(there, local.Date), YourName) : here;
    }

    private string SayLocal(LocalDateTime moment, LocalDate? known) =>
        moment.Date == known ? words.Time(moment.TimeOfDay) : words.DateAndTime(moment, Today);

    private LocalDateTime? Yours(Instant instant) =>
        _yours is not null && instant.InZone(_yours).LocalDateTime is var there && there != Local(instant) ? there : null;
}
