using System.Globalization;
using NodaTime;

namespace BillingBot.Recognizers.Japanese;

/// <summary>A unit of distance from now: 日, 営業日, 週間, か月, 年, 時間, 分, 秒.</summary>
/// <param name="Letter">As in an ISO 8601 duration; BD for working days.</param>
/// <param name="OfClock">Whether it is shorter than a day.</param>
internal sealed record TimeUnit(string Letter, bool OfClock)
{
    public const string Names = "(?:営業日|日|週間?|[かヶヵカケ箇個]月|年|時間|分|秒)";

    public static TimeUnit Of(string name) => name switch
    {
        "日" => new("D", OfClock: false),
        "営業日" => new("BD", OfClock: false),
        "週" or "週間" => new("W", OfClock: false),
        "年" => new("Y", OfClock: false),
        "時間" => new("H", OfClock: true),
        "分" => new("M", OfClock: true),
        "秒" => new("S", OfClock: true),
        _ => new("M", OfClock: false),
    };

    public string Duration(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"P{(OfClock ? "T" : "")}{count}{Letter}");

    /// <param name="count">Negative for the past.</param>
    public LocalDateTime Add(LocalDateTime from, int count) => (Letter, OfClock) switch
    {
        ("D", _) => from.PlusDays(count),
        ("W", _) => from.PlusWeeks(count),
        ("Y", _) => from.PlusYears(count),
        ("H", _) => from.PlusHours(count),
        ("M", true) => from.PlusMinutes(count),
        ("S", _) => from.PlusSeconds(count),
        ("BD", _) => WorkingDays(from, count),
        _ => from.PlusMonths(count),
    };

    private static LocalDateTime WorkingDays(LocalDateTime from, int count)
    {
        var day = from;
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.PlusDays(Math.Sign(count));
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))
                left--;
        }

        return day;
    }
}
