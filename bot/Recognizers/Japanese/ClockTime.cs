using System.Globalization;

namespace BillingBot.Recognizers.Japanese;

/// <param name="Hour">0 to 23.</param>
/// <param name="AmPm">Whether the hour was said without 午前 or 午後 and may as well be twelve later.</param>
internal sealed record ClockTime(int Hour, int? Minute, int? Second, bool AmPm)
{
    public int Seconds => (Hour * 3600) + ((Minute ?? 0) * 60) + (Second ?? 0);

    public string Timex
    {
        get
        {
            var hour = string.Create(CultureInfo.InvariantCulture, $"T{Hour:00}");
            return (Minute, Second) switch
            {
                (null, null) => hour,
                (_, null) => string.Create(CultureInfo.InvariantCulture, $"{hour}:{Minute:00}"),
                _ => string.Create(CultureInfo.InvariantCulture, $"{hour}:{Minute ?? 0:00}:{Second:00}"),
            };
        }
    }

    public ClockTime HalfADayLater => this with { Hour = (Hour + 12) % 24 };
}
