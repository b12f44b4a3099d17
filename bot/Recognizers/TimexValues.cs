using NodaTime;
using NodaTime.Text;

namespace BillingBot.Recognizers;

/// <summary>The values of a match in the shape of the official recognisers' <c>resolution.values</c>.</summary>
internal static class TimexValues
{
    private const string NotResolved = "not resolved";

    private static readonly LocalDateTimePattern Date = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd");
    private static readonly LocalDateTimePattern Time = LocalDateTimePattern.CreateWithInvariantCulture("HH:mm:ss");
    private static readonly LocalDateTimePattern DateAndTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Of(TimexMatch match, LocalDateTime reference)
    {
        var values = new List<IReadOnlyDictionary<string, string>>();
        Add(match.Timex, match.Meanings ?? UndatedTimex.Dated(match.Timex, reference.Date));
        if (match.AmPm)
        {
            var later = HalfDay.Later(match.Timex);
            Add(later, match.Meanings?.Select(HalfDay.Later) ?? UndatedTimex.Dated(later, reference.Date));
        }

        return values;

        void Add(string timex, IEnumerable<string> meanings)
        {
            foreach (var meaning in meanings.DefaultIfEmpty(timex))
                values.Add(Value(match, timex, TimexPeriod.Of(meaning, reference)));
        }
    }

    private static Dictionary<string, string> Value(TimexMatch match, string timex, TimexPeriod? period)
    {
        var value = new Dictionary<string, string>(StringComparer.Ordinal) { ["timex"] = timex, ["type"] = match.Type };
        if (match.Mod is not null)
            value["Mod"] = match.Mod;
        if (period is null)
        {
            value["value"] = NotResolved;
            return value;
        }

        var pattern = match.Type switch { "date" or "daterange" => Date, "time" or "timerange" => Time, _ => DateAndTime };
        if (match.Type is "date" or "time" or "datetime")
        {
            value["value"] = pattern.Format(period.Start);
            return value;
        }

        var (start, end) = TimexMod.Apply(match, period);
        if (start is { } from)
            value["start"] = pattern.Format(from);
        if (end is { } to)
            value["end"] = pattern.Format(to);
        return value;
    }
}
