using BillingBot.Knowledge.Support;
using NodaTime;

namespace BillingBot.Skills.Hours;

/// <summary>The days off around 1 January.</summary>
/// <param name="Closes">When the last opening before them ends.</param>
/// <param name="Opens">When the first after them starts.</param>
internal sealed record YearEndClosure(Instant Closes, Instant Opens)
{
    private static readonly Duration Longest = Duration.FromDays(60);

    /// <summary>The one that lasts or is next to come; null when it is open on 1 January, or closed for good.</summary>
    public static YearEndClosure? Of(SupportCalendar calendar, Instant now)
    {
        var year = now.InZone(calendar.Zone).Year;
        return Around(calendar, year) is { } lasting && lasting.Opens > now ? lasting : Around(calendar, year + 1);
    }

    private static YearEndClosure? Around(SupportCalendar calendar, int year)
    {
        var day = new LocalDate(year, 1, 1);
        var midnight = calendar.Zone.AtStartOfDay(day).ToInstant();
        return calendar.SpansOn(day).IsClosed
            && calendar.Openings(midnight - Longest).TakeWhile(open => open.Start < midnight).LastOrDefault() is { } last
            && calendar.NextOpening(last.End) is { } opens
            ? new(last.End, opens)
            : null;
    }
}
