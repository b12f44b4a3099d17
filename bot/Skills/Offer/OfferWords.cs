using System.Globalization;
using BillingBot.Conversation;
using BillingBot.Knowledge.Support;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Skills.Offer;

/// <summary>A partner's published offer in the words of one language.</summary>
internal sealed class OfferWords(Phrases<OfferWords> phrases, Language language)
{
    // A button says its label, and the store finds an article by its title: these are titles.
    public Choice TalkToPerson => new(phrases[language, nameof(TalkToPerson)]);
    public Choice SupportPlans => new(phrases[language, nameof(SupportPlans)]);
    public Choice SupportHours => new(phrases[language, nameof(SupportHours)]);
    public string Closed => phrases[language, nameof(Closed)];

    /// <param name="today">The year is said when it is another one.</param>
    public string Date(LocalDate date, LocalDate today) =>
        Pattern(date.Year == today.Year ? "DatePattern" : "DateOfYearPattern").Format(date);

    public string Dates(LocalDate first, LocalDate last, LocalDate today) =>
        first == last ? Date(first, today) : phrases.Format(language, "DateFromTo", Date(first, today), Date(last, today));

    public string FromTo(string start, string end) => phrases.Format(language, nameof(FromTo), start, end);

    public string Time(LocalTime time) =>
        LocalTimePattern.Create(phrases[language, "TimePattern"], language.Culture).Format(time);

    public string DateAndTime(LocalDateTime moment, LocalDate today) =>
        phrases.Format(language, nameof(DateAndTime), Date(moment.Date, today), Time(moment.TimeOfDay));

    public string Span(OpeningSpan span) => span switch
    {
        { IsWholeDay: true } => phrases[language, "WholeDay"],
        { ClosesNextDay: true } when span.Closes == LocalTime.Midnight => FromTo(Time(span.Opens), phrases[language, "Midnight"]),
        { ClosesNextDay: true } => phrases.Format(language, "FromToNextDay", Time(span.Opens), Time(span.Closes)),
        _ => FromTo(Time(span.Opens), Time(span.Closes)),
    };

    public string Spans(IReadOnlyList<OpeningSpan> spans) => spans.Count == 0 ? Closed : List(spans.Select(Span));

    public string List(IEnumerable<string> items) => string.Join(phrases[language, "ListSeparator"], items);

    /// <summary>The usual week, days with the same hours on one line.</summary>
    public IEnumerable<CardFact> Week(SupportCalendar calendar)
    {
        IReadOnlyList<IsoDayOfWeek> rest = SupportCalendar.AllWeek;
        while (rest.Count > 0)
        {
            var hours = Spans(calendar.Weekly(rest[0]));
            var same = rest.TakeWhile(day => Spans(calendar.Weekly(day)) == hours).ToList();
            yield return new(Days(same), hours);
            rest = [.. rest.Skip(same.Count)];
        }
    }

    /// <summary>The usual week in one line.</summary>
    public string WeekInBrief(SupportCalendar calendar) => List(Week(calendar)
        .Where(line => line.Value != Closed)
        .Select(line => phrases.Format(language, "DaysAndHours", line.Label, line.Value))
        .DefaultIfEmpty(Closed));

    public CardFact Holidays(SupportCalendar calendar) =>
        new(phrases[language, "PublicHolidays"], calendar.ObservesHolidays ? Closed : phrases[language, "AsUsual"]);

    public CardFact TimeZone(DateTimeZone zone, Instant now) => new(phrases[language, nameof(TimeZone)], Zone(zone, now));

    /// <summary>The customer's zone and what time it is there.</summary>
    public CardFact YourTime(DateTimeZone zone, Instant now) => new(
        phrases[language, nameof(YourTime)],
        phrases.Format(language, "ZoneNow", Zone(zone, now), DateAndTime(now.InZone(zone).LocalDateTime, now.InZone(zone).Date)));

    public string Price(SupportPlan plan)
    {
        var price = plan.Price.Charge is { } charge
            ? phrases.Format(language, charge.Per is PricePeriod.Month ? "PerMonth" : "PerIncident", Amount(charge))
            : phrases[language, "Included"];
        return plan.Price.Note is { } note ? phrases.Format(language, "PriceAndNote", price, note.In(language.Code)) : price;
    }

    public string Contact(SupportContact contact) => phrases.Format(language, "ContactInBrief", ContactLabel(contact.Kind), contact.Address);

    public CardFact ContactFact(SupportContact contact) => new(ContactLabel(contact.Kind), contact.Address);

    public CardFact PriceFact(SupportPlan plan) => new(phrases[language, "PriceLabel"], Price(plan));

    /// <summary>Languages in their own names; null when the partner names none.</summary>
    public CardFact? Languages(SupportPlan plan) => plan.Languages.Count == 0
        ? null
        : new(phrases[language, nameof(Languages)], List(plan.Languages.Select(code => CultureInfo.GetCultureInfo(code).NativeName)));

    private string Zone(DateTimeZone zone, Instant now) =>
        $"{zone.Id} (UTC{OffsetPattern.CreateWithInvariantCulture("+H:mm").Format(zone.GetUtcOffset(now))})";

    private string Days(List<IsoDayOfWeek> days) => days switch
    {
        [_, _, _, _, _, _, _] => phrases[language, "EveryDay"],
        [var day] => phrases.Format(language, "Weekday", Name(day)),
        [var first, var second] => phrases.Format(language, "TwoWeekdays", Name(first), Name(second)),
        _ => phrases.Format(language, "Weekdays", Name(days[0]), Name(days[^1])),
    };

    private string Name(IsoDayOfWeek day) => language.Culture.DateTimeFormat.AbbreviatedDayNames[(int)day % 7];

    private string ContactLabel(ContactKind kind) => phrases[language, $"Contact_{kind}"];

    private string Amount(SupportCharge charge)
    {
        var amount = charge.Amount.ToString($"N{charge.Decimals}", language.Culture);
        return phrases.Format(language, charge.Currency is "JPY" ? "AmountOfYen" : "AmountOfMoney", charge.Currency, amount);
    }

    private LocalDatePattern Pattern(string key) => LocalDatePattern.Create(phrases[language, key], language.Culture);
}
