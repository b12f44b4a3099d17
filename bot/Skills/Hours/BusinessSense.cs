using System.Globalization;
using BillingBot.Recognizers;

namespace BillingBot.Skills.Hours;

/// <summary>
/// Hours as they are meant when support is asked for: "12:30" and "at nine" are by day, the afternoon lasts until six.
/// From one to seven either half of the day may be meant.
/// </summary>
internal static class BusinessSense
{
    private const int TimeLength = 8;

    public static IReadOnlyList<ModelResult> Of(IReadOnlyList<ModelResult> results) =>
        [.. results.Select(result => result with { Values = [.. result.Values.Where(value => !IsTwinOfDaytime(value, result)).Select(WithBusinessHours)] })];

    private static bool IsTwinOfDaytime(IReadOnlyDictionary<string, string> value, ModelResult result) =>
        Begin(value) is { } begin && Hour(begin) is 0 or >= 20
        && result.Values.Any(other => Begin(other) is { } daytime && daytime == AtHour(begin, (Hour(begin) + 12) % 24));

    private static IReadOnlyDictionary<string, string> WithBusinessHours(IReadOnlyDictionary<string, string> value)
    {
        var timex = value.GetValueOrDefault("timex", "");
        if (value.ContainsKey("Mod") || !value.TryGetValue("start", out var start) || !value.TryGetValue("end", out var end))
            return value;
        return timex switch
        {
            _ when timex.EndsWith("TAF", StringComparison.Ordinal) => Changed(12, 18),
            _ when timex.EndsWith("TEV", StringComparison.Ordinal) => Changed(17, 22),
            _ => value,
        };

        Dictionary<string, string> Changed(int from, int to) =>
            new(value, StringComparer.Ordinal) { ["start"] = AtHour(start, from), ["end"] = AtHour(end, to) };
    }

    // "Until 8" is not among them: it says how long, and that is as likely the evening.
    private static string? Begin(IReadOnlyDictionary<string, string> value) =>
        (value.GetValueOrDefault("value") ?? value.GetValueOrDefault("start")) is { } text && text.Length >= TimeLength && text[^6] == ':' ? text : null;

    private static int Hour(string text) => int.Parse(text.AsSpan(text.Length - TimeLength, 2), CultureInfo.InvariantCulture);

    private static string AtHour(string text, int hour) =>
        string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, text.Length - TimeLength)}{hour:00}{text.AsSpan(text.Length - TimeLength + 2)}");
}
