using NodaTime;

namespace BillingBot.Knowledge.Support;

/// <summary>
/// From a wall-clock time to another. It belongs to the day it opens on; a closing time that is not later than the
/// opening one is the next day's, so 09:00-24:00 closes at midnight and 00:00-24:00 is the whole day.
/// </summary>
public sealed record OpeningSpan(LocalTime Opens, LocalTime Closes)
{
    public static readonly OpeningSpan WholeDay = new(LocalTime.Midnight, LocalTime.Midnight);

    public bool IsWholeDay => this == WholeDay;
    public bool ClosesNextDay => Closes <= Opens;

    public LocalDateTime OpensOn(LocalDate day) => day + Opens;
    public LocalDateTime ClosesOn(LocalDate day) => day.PlusDays(ClosesNextDay ? 1 : 0) + Closes;
}
