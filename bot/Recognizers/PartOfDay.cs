using NodaTime;

namespace BillingBot.Recognizers;

/// <summary>
/// The hours behind TMO, TAF and their like. The TIMEX library knows four of them and ends the night at 24:00,
/// which no clock shows, so the hours stand here.
/// </summary>
internal sealed record PartOfDay(LocalTime Start, LocalTime End)
{
    private static readonly Dictionary<string, PartOfDay> Parts = new(StringComparer.Ordinal)
    {
        ["TMO"] = Hours(8, 12),
        ["TMI"] = Hours(12, 14),
        ["TAF"] = Hours(12, 16),
        ["TEV"] = Hours(16, 20),
        ["TNI"] = new(new LocalTime(20, 0), new LocalTime(23, 59, 59)),
        ["TDT"] = Hours(8, 18),
        ["TNT"] = Hours(0, 8),
        ["TMEB"] = Hours(8, 12),
        ["TMEL"] = Hours(11, 13),
        ["TMED"] = Hours(16, 20),
    };

    /// <returns>The date before it, possibly empty, and the part; null when <paramref name="timex"/> names none.</returns>
    public static (string Date, PartOfDay Part)? Split(string timex)
    {
        var at = timex.IndexOf('T', StringComparison.Ordinal);
        return at >= 0 && Parts.TryGetValue(timex[at..], out var part) ? (timex[..at], part) : null;
    }

    private static PartOfDay Hours(int start, int end) => new(new LocalTime(start, 0), new LocalTime(end, 0));
}
