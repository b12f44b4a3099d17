using System.ComponentModel.DataAnnotations;

namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>Section <c>Dispatch</c>: how cases go to support providers.</summary>
public sealed class DispatchOptions : IValidatableObject
{
    public const string Section = "Dispatch";

    /// <summary>Where staff reach the console from outside, for links in what is sent, such as <c>https://support.example.com</c>; null for no links.</summary>
    public string? ConsoleUrl { get; set; }

    /// <summary>Then a dispatch is given up and staff are told.</summary>
    [Range(1, 100)]
    public int MaximumAttempts { get; set; } = 12;

    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(20);

    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a provider may take to answer.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Callbacks that one network address may make.</summary>
    [Range(1, 10_000)]
    public int CallbacksPerMinute { get; set; } = 60;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(ConsoleUrl) && !(Uri.TryCreate(ConsoleUrl, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http")))
        {
            yield return new("Dispatch:ConsoleUrl is not a web address. Write one such as https://support.example.com, or remove it.");
        }
    }
}
