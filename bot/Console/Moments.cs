using BillingBot.Knowledge.Support;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Console;

/// <summary>Moments in the partner's time zone, as the reader's language writes them.</summary>
internal sealed class Moments(PublishedOffer offer, StaffLanguage spoken, Words<Moments> say, IClock clock)
{
    public LocalDate Today => DateOf(clock.GetCurrentInstant());

    public LocalDate DateOf(Instant at) => at.InZone(offer.Zone).Date;

    /// <summary>"14:05".</summary>
    public string Time(Instant at) => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(at.InZone(offer.Zone).TimeOfDay);

    /// <summary>"14:05" of today, else "Tue 24 Nov, 14:05".</summary>
    public string Moment(Instant at) => DateOf(at) == Today ? Time(at) : say["DayAndTime", Day(DateOf(at)), Time(at)];

    /// <summary>"Tue 24 Nov", with the year when it is another one.</summary>
    public string Day(LocalDate date) => Pattern(date.Year == Today.Year ? "Day" : "DayOfYear").Format(date);

    /// <summary>"Today", "Yesterday", or the day.</summary>
    public string Separator(LocalDate date) => Period.DaysBetween(date, Today) switch
    {
        0 => say["Today"],
        1 => say["Yesterday"],
        _ => Day(date),
    };

    /// <summary>"5 min", "2 h 10 min", "3 d": how long since.</summary>
    public string Since(Instant at) => Length(clock.GetCurrentInstant() - at);

    private string Length(Duration length) => length switch
    {
        { TotalMinutes: < 1 } => say["LessThanAMinute"],
        { TotalHours: < 1 } => say["Minutes", (int)length.TotalMinutes],
        { TotalDays: < 1 } => length.Minutes == 0 ? say["Hours", (int)length.TotalHours] : say["HoursAndMinutes", (int)length.TotalHours, length.Minutes],
        _ => say["Days", (int)length.TotalDays],
    };

    /// <summary>For machines: the moment in UTC.</summary>
    public static string Iso(Instant at) => InstantPattern.ExtendedIso.Format(at);

    private LocalDatePattern Pattern(string key) => LocalDatePattern.Create(say[key], spoken.Now.Culture);
}
