using System.ComponentModel.DataAnnotations;

namespace BillingBot.Channels.Delivery;

/// <summary>Section <c>Delivery</c>. By default a reply outlives a channel, or a secret of the bot's, that fails on Friday night and is mended on Monday.</summary>
internal sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>Conversations served at the same time.</summary>
    [Range(1, 1_000)]
    public int Workers { get; set; } = 64;

    /// <summary>A message that is older and still not taken by its channel is given up, and staff are told. One that the channel refuses for good is given up at once.</summary>
    [Range(1, 720)]
    public int GiveUpAfterHours { get; set; } = 72;

    /// <summary>But not before so many attempts: the bot itself may have been away for longer, and what staff send again is old.</summary>
    [Range(1, 100)]
    public int MinimumAttempts { get; set; } = 10;

    [Range(typeof(TimeSpan), "00:00:00.01", "00:10:00")]
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(2);

    [Range(typeof(TimeSpan), "00:00:00.01", "1.00:00:00")]
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(2);
}
