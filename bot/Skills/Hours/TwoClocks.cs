using BillingBot.Conversation;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Offer;
using NodaTime;

namespace BillingBot.Skills.Hours;

/// <summary>Says moments by the partner's clock, and beside it by the customer's where that shows another time.</summary>
/// <param name="zone">The partner's.</param>
internal sealed class TwoClocks(Phrases<HoursSkill> phrases, OfferWords words, Turn turn, DateTimeZone zone)
{
    private readonly DateTimeZone? _yours = turn.Person is { } person ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.TimeZone) : null;

    public Instant Now => turn.Now;

    /// <summary>The partner's date.</summary>
    public LocalDate Today => Local(Now).Date;

    public Instant Instant(LocalDateTime local) => zone.AtLeniently(local).ToInstant();

    public LocalDateTime Local(Instant instant) => instant.InZone(zone).LocalDateTime;

    /// <summary>"18:00", "Tue 24 Nov, 09:00", "Tue 24 Nov, 09:00 (00:00 your time)". Today's date is left out.</summary>
    public string Say(Instant instant) => Say(instant, Today);

    /// <summary>The same, leaving out the date of <paramref name="near"/>, which was just said.</summary>
    public string Say(Instant instant, Instant near) => Say(instant, Local(near).Date);

    /// <summary>The same, always with its date.</summary>
    public string SayWithDate(Instant instant) => Say(instant, null);

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
            yield return words.YourTime(_yours!, turn.Now);
    }

    private string Say(Instant instant, LocalDate? known)
    {
        var local = Local(instant);
        var here = SayLocal(local, known);
        return Yours(instant) is { } there ? phrases.Format(turn.Language, "MomentBoth", here, SayLocal(there, local.Date)) : here;
    }

    private string SayLocal(LocalDateTime moment, LocalDate? known) =>
        moment.Date == known ? words.Time(moment.TimeOfDay) : words.DateAndTime(moment, Today);

    private LocalDateTime? Yours(Instant instant) =>
        _yours is not null && instant.InZone(_yours).LocalDateTime is var there && there != Local(instant) ? there : null;
}
