using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.Serialization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;

namespace BillingBot.Knowledge.Support;

/// <summary>
/// Public holidays out of iCalendar files: whole days, also several in a row and with a recurrence rule. A name in
/// further languages stands in COMMENT with its LANGUAGE, because an event has but one SUMMARY.
/// </summary>
public sealed class HolidayCalendar
{
    // A rule that never comes true (30 February) is given up after so many periods.
    private static readonly EvaluationOptions Bounded = new() { MaxUnmatchedIncrementsLimit = 100 };

    private readonly IReadOnlyList<Calendar> _calendars;
    private readonly ConcurrentDictionary<int, FrozenDictionary<LocalDate, LocalizedText>> _years = new();

    private HolidayCalendar(IReadOnlyList<Calendar> calendars)
    {
        _calendars = calendars;
        var days = calendars.SelectMany(calendar => calendar.Events).ToList();
        LastYear = days.Exists(day => day.RecurrenceRule is not null) ? null : days.Select(day => day.Start!.Year).DefaultIfEmpty().Max();
    }

    /// <summary>The year of the last event; null when an event repeats.</summary>
    public int? LastYear { get; }

    /// <param name="files">Paths.</param>
    /// <exception cref="OfferFileException">A file is missing, is no iCalendar, or has an event that is not a whole day.</exception>
    public static HolidayCalendar Read(IEnumerable<string> files) => new([.. files.Select(Load)]);

    /// <summary>The holiday's name; null on any other day.</summary>
    public LocalizedText? NameOf(LocalDate date) => _years.GetOrAdd(date.Year, HolidaysOf).GetValueOrDefault(date);

    private FrozenDictionary<LocalDate, LocalizedText> HolidaysOf(int year) => _calendars
        .SelectMany(calendar => HolidaysOf(year, calendar))
        .DistinctBy(holiday => holiday.Key)
        .ToFrozenDictionary();

    private static IEnumerable<KeyValuePair<LocalDate, LocalizedText>> HolidaysOf(int year, Calendar calendar)
    {
        // A year earlier, for holidays that run over the turn of the year.
        var occurrences = calendar.GetOccurrences<CalendarEvent>(new CalDateTime(year - 1, 1, 1), Bounded)
            .TakeWhile(occurrence => occurrence.Period.StartTime.Year <= year);
        foreach (var occurrence in occurrences)
        {
            var (first, last) = (DateOf(occurrence.Period.StartTime), DateOf(occurrence.Period.EffectiveEndTime!));
            for (var date = first; date < LocalDate.Max(last, first.PlusDays(1)); date = date.PlusDays(1))
            {
                if (date.Year == year)
                    yield return KeyValuePair.Create(date, NameOf((CalendarEvent)occurrence.Source));
            }
        }
    }

    private static Calendar Load(string file)
    {
        try
        {
            var calendar = Calendar.Load(File.ReadAllText(file))
                ?? throw Bad(file, "it holds no VCALENDAR");
            foreach (var day in calendar.Events)
                Check(file, day);
            _ = HolidaysOf(calendar.Events.Select(day => day.Start!.Year).DefaultIfEmpty(1).Max(), calendar).Count();
            return calendar;
        }
        catch (IOException exception)
        {
            throw new OfferFileException($"{file}: cannot be read ({exception.Message}) Put the file there or correct 'publicHolidays'.", exception);
        }
        catch (Exception exception) when (exception is SerializationException or ArgumentException or InvalidOperationException or FormatException or EvaluationException)
        {
            throw Bad(file, exception.Message, exception);
        }
    }

    private static void Check(string file, CalendarEvent day)
    {
        var name = day.Summary is { Length: > 0 } summary ? $"the event '{summary}'" : $"the event with UID '{day.Uid}'";
        if (string.IsNullOrWhiteSpace(day.Summary))
            throw Bad(file, $"{name} has no SUMMARY, which is the name customers are told");
        if (day.Start is null)
            throw Bad(file, $"{name} has no readable DTSTART");
        if (day.Start.HasTime || day.End is { HasTime: true })
            throw Bad(file, $"{name} has a time of day");
    }

    private static OfferFileException Bad(string file, string problem, Exception? cause = null) => new(
        $"{file}: is no calendar of public holidays: {problem.TrimEnd('.')}. " +
        "Give an iCalendar (.ics) file of whole-day events such as 'DTSTART;VALUE=DATE:20270101' with a SUMMARY.",
        cause!);

    private static LocalizedText NameOf(CalendarEvent day) => new(day.Properties
        .Where(property => property is { Name: "SUMMARY" or "COMMENT", Value: string })
        .Select(property => (Language: property.Parameters.Get("LANGUAGE") ?? (property.Name is "SUMMARY" ? "" : null), Text: (string)property.Value!))
        .Where(name => name.Language is not null)
        .DistinctBy(name => name.Language, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(name => name.Language!.ToLowerInvariant(), name => name.Text, StringComparer.Ordinal));

    private static LocalDate DateOf(CalDateTime day) => new(day.Year, day.Month, day.Day);
}
