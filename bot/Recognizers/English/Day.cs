using NodaTime;
using NodaTime.Text;

namespace BillingBot.Recognizers.English;

/// <param name="Timex">2026-05-03, XXXX-05-03, XXXX-XX-03 or XXXX-WXX-6.</param>
/// <param name="Dates">The only days meant, where the TIMEX would allow others.</param>
internal sealed record Day(string Timex, IReadOnlyList<LocalDate>? Dates = null)
{
    public LocalDate? Known => LocalDatePattern.Iso.Parse(Timex) is { Success: true } parsed ? parsed.Value : null;

    public IReadOnlyList<string>? Meanings => Dates?.Select(LocalDatePattern.Iso.Format).ToList();

    public static Day On(LocalDate date) => new(LocalDatePattern.Iso.Format(date));

    public static Day On(int month, int day) => new($"XXXX-{month:00}-{day:00}");

    /// <summary>The coming one, or null where the calendar has none, for reckoning from it: "3 days after Tuesday".</summary>
    public LocalDate? Coming(LocalDate today) =>
        Known ?? (Dates ?? [.. UndatedTimex.Dated(Timex, today).Select(date => new Day(date).Known).OfType<LocalDate>()])
            .Cast<LocalDate?>().LastOrDefault();
}
