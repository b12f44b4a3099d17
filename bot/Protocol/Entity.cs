namespace BillingBot.Protocol;

/// <summary>Metadata about an activity; only mentions are read.</summary>
internal sealed record Entity
{
    public ChannelAccount? Mentioned { get; init; }

    /// <summary>The stretch of the activity's text that is the mention.</summary>
    public string? Text { get; init; }
}
