namespace BillingBot.Recognizers.English;

/// <param name="Clock">Null where the day's TIMEX already holds the time, or the present.</param>
internal sealed record Moment(Day Day, Clock? Clock)
{
    public bool Approx { get; init; }

    public string Timex => Day.Timex + Clock?.Timex;

    public bool AmPm => Clock?.AmPm ?? false;

    public IReadOnlyList<string>? Meanings => Day.Meanings?.Select(date => date + Clock?.Timex).ToList();
}
