using System.ComponentModel.DataAnnotations;

namespace BillingBot.Channels.Delivery;

/// <summary>Section <c>Delivery</c>. The defaults span about ten minutes: long enough for a channel's hiccup.</summary>
internal sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>Conversations served at the same time.</summary>
    [Range(1, 1_000)]
    public int Workers { get; set; } = 64;

    /// <summary>Then the message is given up and shown to staff.</summary>
    [Range(1, 100)]
    public int MaximumAttempts { get; set; } = 10;

    [Range(typeof(TimeSpan), "00:00:00.01", "00:10:00")]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(2);

    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(2);
}
