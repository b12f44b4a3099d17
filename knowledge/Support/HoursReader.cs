using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Knowledge.Support;

/// <summary>Reads the <c>hours</c> of a plan.</summary>
/// <param name="zone">The partner's zone.</param>
/// <param name="holidays">The public holidays of the offer; null when it names no file.</param>
internal sealed partial class HoursReader(DateTimeZone zone, HolidayCalendar? holidays)
{
    private const string SpanMend = "Write for example 09:00-12:00, 13:00-18:00, or closed.";

    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("H:mm");

    public SupportCalendar Read(YamlSection hours)
    {
        hours.Only("always", "weekly", "observesPublicHolidays", "exceptions");
        var always = hours.Optional("always")?.IsTrue() ?? false;
        if (always == hours.Optional("weekly") is not null)
            throw hours.Problem("either 'always: true' or 'weekly' is needed, and not both.", "Write 'always: true' for 24x7, else the spans of each weekday under 'weekly'.");

        var observed = hours.Optional("observesPublicHolidays");
        var observes = observed?.IsTrue() ?? false;
        if (observes && holidays is null)
            throw observed!.Problem("no public holidays are known.", "Name an iCalendar file under 'publicHolidays' at the top, or write false.");

        return new(
            zone,
            always ? SupportCalendar.AllWeek.ToDictionary(day => day, _ => (IReadOnlyList<OpeningSpan>)[OpeningSpan.WholeDay]) : Weekly(hours.Required("weekly", "")),
            [.. hours.Optional("exceptions")?.Items().Select(Exception) ?? []],
            observes ? holidays : null);
    }

    private static Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningSpan>> Weekly(YamlSection weekly)
    {
        var spans = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpeningSpan>>();
        foreach (var (key, value) in weekly.Entries())
        {
            var ends = key.Split('-');
            if (ends.Length > 2 || Day(ends[0]) is not { } first || Day(ends[^1]) is not { } last || last < first)
                throw value.Problem($"'{key}' is no day of the week.", "Write monday to sunday, or a stretch such as monday-friday.");
            foreach (var day in SupportCalendar.AllWeek.Where(day => first <= day && day <= last))
            {
                if (!spans.TryAdd(day, Spans(value)))
                    throw value.Problem($"{day} stands here a second time.", "Give each day once, with all its spans.");
            }
        }

        return spans;
    }

    private static IsoDayOfWeek? Day(string name) =>
        SupportCalendar.AllWeek.Cast<IsoDayOfWeek?>().FirstOrDefault(day => string.Equals(day.ToString(), name, StringComparison.OrdinalIgnoreCase));

    private static List<OpeningSpan> Spans(YamlSection value)
    {
        var texts = value.Items().SelectMany(item => item.Text().Split(',', StringSplitOptions.TrimEntries)).ToList();
        var spans = texts is ["closed"] ? [] : texts.ConvertAll(text => Span(value, text));
        foreach (var (earlier, later) in spans.Zip(spans.Skip(1)))
        {
            if (earlier.ClosesNextDay || later.Opens < earlier.Closes)
                throw value.Problem($"the spans {string.Join(", ", texts)} overlap or are out of order.", SpanMend);
        }

        return spans;
    }

    private static OpeningSpan Span(YamlSection value, string text)
    {
        if (SpanPattern().Match(text) is not { Success: true } match
            || Time.Parse(match.Groups["opens"].Value) is not { Success: true, Value: var opens }
            || Time.Parse(match.Groups["closes"].Value is "24:00" ? "0:00" : match.Groups["closes"].Value) is not { Success: true, Value: var closes }
            || (opens == closes && text is not "00:00-24:00"))
        {
            throw value.Problem($"'{text}' is no span of hours.", SpanMend);
        }

        return new(opens, closes);
    }

    private static SpecialHours Exception(YamlSection entry)
    {
        entry.Only("from", "to", "hours", "reason");
        var from = entry.Required("from", "Write a date such as 2027-05-06, or 12-29 for every year.");
        var to = entry.Optional("to") ?? from;
        var rule = new SpecialHours(
            entry.Optional("hours") is { } hours ? Spans(hours) : [],
            OfferReader.Localized(entry.Required("reason", "Say why, as customers are to read it: '{ en: Year-end closure, ja: 年末年始休業 }'.")));

        if (AnnualDatePattern.Iso.Parse(from.Text()) is { Success: true } first && AnnualDatePattern.Iso.Parse(to.Text()) is { Success: true } last)
            return rule with { EveryYear = (first.Value, last.Value) };
        if (LocalDatePattern.Iso.Parse(from.Text()) is { Success: true } start && LocalDatePattern.Iso.Parse(to.Text()) is { Success: true } end && start.Value <= end.Value)
            return rule with { Once = new DateInterval(start.Value, end.Value) };
        throw to.Problem(
            $"'{from.Text()}' to '{to.Text()}' are no dates in order.",
            "Write both with the year (2026-12-29 and 2027-01-03), or both without for every year (12-29 and 01-03).");
    }

    [GeneratedRegex(@"^(?<opens>\d{1,2}:\d\d)\s*[-–]\s*(?<closes>\d{1,2}:\d\d)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex SpanPattern();
}
