using NodaTime;

namespace BillingBot.Recognizers;

/// <summary>Cuts a period by the word before it: "since", "before", "end of", "before the end of".</summary>
internal static class TimexMod
{
    public static (LocalDateTime? Start, LocalDateTime? End) Apply(TimexMatch match, TimexPeriod period)
    {
        var mod = match.Mod ?? "";
        if (period.Start == period.End && match.Type is "daterange" && mod is "")
            period = WeekOf(period.Start.Date);

        // Whoever gave the meanings has already cut them; "before-end" still opens one side.
        var part = mod.Split('-')[^1];
        if (match.Meanings is null && part is "start" or "mid" or "end")
            period = Part(part, period);

        return mod.Split('-')[0] switch
        {
            "before" when part is "end" => (null, period.End),
            "before" => (null, period.Start),
            "until" => (null, period.End),
            "after" when part is "start" => (period.Start, null),
            "after" => (period.End, null),
            "since" => (period.Start, null),
            _ => (period.Start, period.End),
        };
    }

    private static TimexPeriod WeekOf(LocalDate day)
    {
        var monday = day.PlusDays(1).Previous(IsoDayOfWeek.Monday).AtMidnight();
        return new(monday, monday.PlusDays(7));
    }

    // The official cuts: half a year, a month of a quarter, half a month, half a week from Thursday on, ten to two of a day, half of a morning.
    private static TimexPeriod Part(string part, TimexPeriod period)
    {
        var (start, end) = (period.Start, period.End);
        if (start == end)
            end = start.PlusDays(1);
        var (firstHalfEnd, secondHalfStart, mid) = Period.Between(start, end, PeriodUnits.Days).Days switch
        {
            > 300 => (start.PlusMonths(6), start.PlusMonths(6), new TimexPeriod(start.PlusMonths(3), start.PlusMonths(9))),
            > 40 => (start.PlusMonths(1), end.PlusMonths(-1), new(start.PlusMonths(1), end.PlusMonths(-1))),
            > 20 => (start.PlusDays(15), start.PlusDays(15), new(start.PlusDays(9), start.PlusDays(20))),
            > 1 => (start.PlusDays(3), start.PlusDays(3), new(start.PlusDays(1), start.PlusDays(4))),
            1 => (start.PlusHours(12), start.PlusHours(12), new(start.PlusHours(10), start.PlusHours(14))),
            _ => (start.PlusHours(2), end.PlusHours(-2), new TimexPeriod(start.PlusHours(1), end.PlusHours(-1))),
        };
        return part switch
        {
            "start" => new(start, firstHalfEnd),
            "end" => new(secondHalfStart, end),
            _ => mid,
        };
    }
}
