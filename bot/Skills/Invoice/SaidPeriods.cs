using System.Globalization;
using BillingBot.Conversation;
using BillingBot.Recognizers;
using NodaTime;

namespace BillingBot.Skills.Invoice;

/// <summary>Reads times: "last month's", "9月分", "the one due on Friday", "Q3".</summary>
internal sealed class SaidPeriods(IDateTimeRecognizer recognizer)
{
    private const string Present = "PRESENT_REF";

    /// <param name="words">What is left of the customer's words.</param>
    /// <param name="language">The turn's.</param>
    /// <param name="now">The customer's local now.</param>
    /// <param name="isToCome">Words of due dates look ahead; all others look back.</param>
    /// <param name="isComparison">"Higher than September" names a month, however the language says "than".</param>
    public IReadOnlyList<SaidPeriod> Take(SaidWords words, Language language, LocalDateTime now, bool isToCome, bool isComparison)
    {
        var periods = new List<SaidPeriod>();
        foreach (var found in recognizer.Recognize(words.Text, language.Code, now))
        {
            var meanings = found.Values.Select(value => isComparison ? MonthOf(Meaning(value)) : Meaning(value)).OfType<(LocalDate Start, LocalDate End)>().Distinct().ToList();
            if (meanings.Count > 0)
            {
                periods.Add(new SaidPeriod([.. Likeliest(meanings, now.Date, isToCome)]));
            }

            words.Take(found.Start, found.End - found.Start + 1);
        }

        return periods;
    }

    private static IEnumerable<(LocalDate Start, LocalDate End)> Likeliest(
        List<(LocalDate Start, LocalDate End)> meanings, LocalDate today, bool isToCome)
    {
        var past = meanings.Where(meaning => meaning.Start <= today && !(isToCome && meaning.End > today)).OrderByDescending(meaning => meaning.Start);
        var coming = meanings.Where(meaning => meaning.Start > today || (isToCome && meaning.End > today)).OrderBy(meaning => meaning.Start);
        return isToCome ? coming.Concat(past) : past.Concat(coming);
    }

    /// <returns>Null for what has no day: "now", a time of day, 31 November.</returns>
    private static (LocalDate Start, LocalDate End)? Meaning(IReadOnlyDictionary<string, string> value) => value.GetValueOrDefault("type") switch
    {
        _ when value.GetValueOrDefault("timex") is Present => null,
        // "I need it for month end": a part of a period says when, not which.
        _ when value.GetValueOrDefault("Mod") is "end" => null,
        "date" when Day(value, "value") is { } day => (day, day.PlusDays(1)),
        "daterange" when (Day(value, "start"), Day(value, "end")) is var (start, end) && (start ?? end) is not null =>
            (start ?? LocalDate.MinIsoValue, end ?? LocalDate.MaxIsoValue),
        _ => null,
    };

    private static (LocalDate Start, LocalDate End)? MonthOf((LocalDate Start, LocalDate End)? meaning) => meaning switch
    {
        var (_, end) when meaning.Value.Start == LocalDate.MinIsoValue => (end, end.PlusMonths(1)),
        var (start, _) when meaning.Value.End == LocalDate.MaxIsoValue => (start, start.PlusMonths(1)),
        _ => meaning,
    };

    private static LocalDate? Day(IReadOnlyDictionary<string, string> value, string key) =>
        value.TryGetValue(key, out var text)
            && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? LocalDate.FromDateOnly(day)
            : null;
}
