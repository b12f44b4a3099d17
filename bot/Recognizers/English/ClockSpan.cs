using System.Globalization;

namespace BillingBot.Recognizers.English;

/// <summary>From one time of day to another.</summary>
/// <param name="AmPm">Neither end says which half of the day.</param>
/// <param name="Bare">Bare numbers at both ends: "3-8" is only a time beside a day.</param>
internal sealed record ClockSpan(string From, string To, int Seconds, bool AmPm, bool Bare)
{
    public string Length => Duration(Seconds);

    public string Timex => $"({From},{To},{Length})";

    public string On(string date) => $"({date}{From},{date}{To},{Length})";

    /// <summary>Puts each end in the half of the day that the other one, or nothing, leaves it.</summary>
    public static ClockSpan Of(Clock from, Clock to)
    {
        var bare = from.Bare && to.Bare;
        var both = from.AmPm && to.AmPm;
        if (from.AmPm && !to.AmPm)
            from = Nearest(from, to.Seconds, before: true);
        else if (to.AmPm && !from.AmPm)
            to = Nearest(to, from.Seconds, before: false);
        else if (both && Noon(from) >= Noon(to))
            to = to.Sure(pm: true);
        var seconds = (to.Seconds - from.Seconds + Day) % Day;
        return new(from.Timex, to.Timex, seconds, both, bare);
    }

    public static string Duration(long seconds)
    {
        var (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        return string.Create(CultureInfo.InvariantCulture, $"PT{(hours > 0 ? $"{hours}H" : "")}{(minutes > 0 ? $"{minutes}M" : "")}{(rest > 0 || seconds == 0 ? $"{rest}S" : "")}");
    }

    private const int Day = 24 * 60 * 60;

    private static int Noon(Clock clock) => clock.Seconds % (Day / 2);

    private static Clock Nearest(Clock open, int bound, bool before)
    {
        var (am, pm) = (open.Sure(pm: false), open.Sure(pm: true));
        if (before)
            return pm.Seconds < bound ? pm : am;
        return am.Seconds > bound ? am : pm;
    }
}
