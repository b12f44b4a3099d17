namespace BillingBot.Recognizers.English;

/// <param name="AmPm">Said on a twelve-hour face without am or pm.</param>
/// <param name="Bare">Too little to be a time by itself: the "6" of "at 6", the "8.30" of "at 8.30".</param>
internal sealed record Clock(int Hour, int? Minute, int? Second, bool AmPm, bool Bare = false)
{
    public string Timex => $"T{Hour:00}" + (Minute is { } minute ? $":{minute:00}" : "") + (Second is { } second ? $":{second:00}" : "");

    public int Seconds => (((Hour * 60) + (Minute ?? 0)) * 60) + (Second ?? 0);

    public Clock Sure(bool pm) => this with { Hour = (Hour % 12) + (pm ? 12 : 0), AmPm = false };

    /// <summary>The hour in a part of the day: 7 in the evening, 2 at night, 12 in the afternoon.</summary>
    public Clock In(string partOfDay) => !AmPm ? this : partOfDay switch
    {
        "TMO" => Hour == 12 ? this with { AmPm = false } : Sure(pm: false),
        "TNI" => Sure(pm: Hour is >= 5 and < 12),
        _ => Sure(pm: true),
    };
}
