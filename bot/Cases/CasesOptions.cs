using System.ComponentModel.DataAnnotations;
using BillingBot.Mail;

namespace BillingBot.Cases;

/// <summary>Section <c>Cases</c>. Support minutes are minutes within the support hours of the customer's plan.</summary>
internal sealed class CasesOptions : IValidatableObject
{
    public const string Section = "Cases";

    /// <summary>How often the bot looks what has become due.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Support minutes without an owner, after which the customer is told that it takes longer.</summary>
    [Range(1, 100_000)]
    public int UnclaimedMinutes { get; set; } = 15;

    /// <summary>Support minutes in which the owner does not answer, after which owner and leads are told.</summary>
    [Range(1, 100_000)]
    public int OwnerSilentMinutes { get; set; } = 15;

    /// <summary>Support minutes in which the owner does not answer, after which the case goes back to its queue.</summary>
    [Range(1, 100_000)]
    public int OwnerAwayMinutes { get; set; } = 60;

    /// <summary>Support minutes in which nobody of the staff was told of a case, after which the alarm is raised.</summary>
    [Range(1, 100_000)]
    public int AlarmMinutes { get; set; } = 10;

    /// <summary>After this silence the customer is asked, within support hours, whether they are still there.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan AskCustomerAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Silence after that question until the case is closed.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan CloseAfter { get; set; } = TimeSpan.FromDays(2);

    /// <summary>An answer that a web chat has not fetched by then goes by e-mail.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan MailAnswerAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Where new cases of a queue are mailed, by the queue's id; the others go to Staff:Mail.</summary>
    public Dictionary<string, string> QueueMail { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OwnerAwayMinutes <= OwnerSilentMinutes)
        {
            yield return new("Cases:OwnerAwayMinutes must be more than Cases:OwnerSilentMinutes: the owner is told first.");
        }

        foreach (var (queue, address) in QueueMail)
        {
            if (MailAddresses.Read(address) is null)
            {
                yield return new($"Cases:QueueMail:{queue} is not an e-mail address. Write one such as billing@example.com, or remove it.");
            }
        }
    }
}
