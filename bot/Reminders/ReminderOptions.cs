using System.ComponentModel.DataAnnotations;

namespace BillingBot.Reminders;

/// <summary>Section <c>Reminders</c>. Only people who asked for it are reminded.</summary>
internal sealed class ReminderOptions
{
    public const string Section = "Reminders";

    public bool Enabled { get; set; } = true;

    /// <summary>Time between two rounds.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>0 for no reminder before the due date.</summary>
    [Range(0, 60)]
    public int DaysBeforeDue { get; set; } = 3;

    public QuietHours QuietHours { get; set; } = new();

    /// <summary>Also on days on which the support of the customer's plan is closed, when nobody could answer a question.</summary>
    public bool OnClosedDays { get; set; }
}
