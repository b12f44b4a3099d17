using NodaTime;
using NodaTime.Text;

namespace BillingBot.Recognizers.English;

/// <summary>A stretch of days.</summary>
/// <param name="First">Its first day.</param>
/// <param name="After">The first day after it.</param>
/// <param name="Unit">Y, M, W or D: what it is counted in when it bounds a longer stretch.</param>
internal sealed record Span(string Timex, Day First, Day After, char Unit)
{
    public string? Mod { get; init; }

    public IReadOnlyList<string>? Meanings { get; init; }

    public LocalDate? Start => First.Known;

    public LocalDate? End => After.Known;

    /// <summary>A stretch with its own name: 2026, 2026-05, 2026-W21.</summary>
    public static Span Named(string timex, LocalDate first, LocalDate after, char unit) => new(timex, Day.On(first), Day.On(after), unit);

    public static Span Year(int year) => Named($"{year:0000}", new(year, 1, 1), new(year + 1, 1, 1), 'Y');

    public static Span Month(LocalDate first) => Named($"{first.Year:0000}-{first.Month:00}", first, first.PlusMonths(1), 'M');

    /// <summary>A month of no named year.</summary>
    public static Span Month(int month) => new($"XXXX-{month:00}", Day.On(month, 1), Day.On((month % 12) + 1, 1), 'M');

    /// <summary>A stretch told by its ends.</summary>
    public static Span Between(LocalDate first, LocalDate after, string length, char unit = 'D') =>
        Named(Timexes(first, after, length), first, after, unit);

    public static Span Days(LocalDate first, LocalDate after) => Between(first, after, $"P{Period.DaysBetween(first, after)}D");

    public Span Only(LocalDate first, LocalDate after) => this with { Meanings = [Days(first, after).Timex] };

    private static string Timexes(LocalDate first, LocalDate after, string length) =>
        $"({LocalDatePattern.Iso.Format(first)},{LocalDatePattern.Iso.Format(after)},{length})";
}
