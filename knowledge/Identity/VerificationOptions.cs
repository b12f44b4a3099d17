using System.ComponentModel.DataAnnotations;

namespace BillingBot.Knowledge.Identity;

/// <summary>Section <c>Verification</c>: how guests prove who they are.</summary>
public sealed class VerificationOptions
{
    public const string Section = "Verification";

    /// <summary>How long a code is good.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Tries that one code allows.</summary>
    [Range(1, 10)]
    public int Tries { get; set; } = 5;

    /// <summary>How long one must wait after the last try went wrong.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan LockedFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a guest stays verified in the conversation.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan VerifiedFor { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How long a billing contact may be shown amounts in a group after a code.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "08:00:00")]
    public TimeSpan SteppedUpFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Codes for one e-mail address in an hour, whether it is on file or not.</summary>
    [Range(1, 100)]
    public int CodesPerAddress { get; set; } = 3;

    /// <summary>Codes in one conversation in an hour.</summary>
    [Range(1, 100)]
    public int CodesPerConversation { get; set; } = 5;

    /// <summary>Codes in an hour, all instances on the database together.</summary>
    [Range(1, 1_000_000)]
    public int CodesPerHour { get; set; } = 300;
}
