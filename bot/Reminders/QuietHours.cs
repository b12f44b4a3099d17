namespace BillingBot.Reminders;

/// <summary>Times of day at which nobody is reminded, in the customer's zone; over midnight where To is earlier than From.</summary>
internal sealed class QuietHours
{
    public TimeOnly From { get; set; } = new(18, 0);

    /// <summary>The same as From: no quiet hours.</summary>
    public TimeOnly To { get; set; } = new(8, 0);

    public bool Cover(TimeOnly time) => From != To && time.IsBetween(From, To);
}
