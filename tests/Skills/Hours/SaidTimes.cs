using BillingBot.Recognizers;
using NodaTime;

namespace BillingBot.Tests.Skills.Hours;

/// <summary>A recogniser that finds what a test says is in the words.</summary>
internal sealed class SaidTimes : IDateTimeRecognizer
{
    private readonly List<ModelResult> _results = [];

    /// <param name="type">date, time, datetime: a point in time.</param>
    /// <param name="values">Its possible meanings.</param>
    public SaidTimes Point(string type, params string[] values) => Add(type, values.Select(value => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["timex"] = "",
        ["type"] = type,
        ["value"] = value,
    }));

    /// <param name="type">daterange, timerange, datetimerange.</param>
    /// <param name="values">Its possible meanings; an open side is empty.</param>
    public SaidTimes Range(string type, params (string Start, string End)[] values) => Add(type, values.Select(value =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["timex"] = "", ["type"] = type, ["start"] = value.Start, ["end"] = value.End }
            .Where(entry => entry.Key is "timex" || entry.Value.Length > 0)
            .ToDictionary(StringComparer.Ordinal)));

    public SaidTimes Now(string value) => Add("datetime", [new Dictionary<string, string>(StringComparer.Ordinal) { ["timex"] = "PRESENT_REF", ["type"] = "datetime", ["value"] = value }]);

    public IReadOnlyList<ModelResult> Recognize(string query, string culture, LocalDateTime reference) => _results;

    private SaidTimes Add(string type, IEnumerable<IReadOnlyDictionary<string, string>> values)
    {
        _results.Add(new("", 0, 0, "datetimeV2." + type, [.. values]));
        return this;
    }
}
