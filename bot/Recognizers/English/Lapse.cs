using NodaTime;

namespace BillingBot.Recognizers.English;

/// <param name="Length">P3M2W2D, PT30M.</param>
/// <param name="BusinessDays">Monday to Friday only; zero when calendar days are meant.</param>
internal sealed record Lapse(Period Length, string Timex, int BusinessDays = 0)
{
    public bool HasTime => Length.HasTimeComponent;

    public LocalDate After(LocalDate day) => BusinessDays > 0 ? Business(day, 1) : day + DatesOnly;

    public LocalDate Before(LocalDate day) => BusinessDays > 0 ? Business(day, -1) : day - DatesOnly;

    private Period DatesOnly => new PeriodBuilder(Length) { Hours = 0, Minutes = 0, Seconds = 0 }.Build();

    private LocalDate Business(LocalDate day, int step)
    {
        for (var left = BusinessDays; left > 0; left -= day.DayOfWeek < IsoDayOfWeek.Saturday ? 1 : 0)
            day = day.PlusDays(step);
        return day;
    }
}
