namespace BillingBot.Channels.Activities;

/// <summary>What became of one call to the connector.</summary>
internal abstract record SendResult
{
    private SendResult()
    {
    }

    /// <param name="ActivityId">Some channels give none.</param>
    public sealed record Sent(string? ActivityId) : SendResult;

    /// <summary>429: not delivered, try later.</summary>
    public sealed record Throttled(TimeSpan? RetryAfter) : SendResult;

    /// <summary>May be tried again; the activity may nevertheless have arrived.</summary>
    public sealed record Transient(string Reason) : SendResult;

    /// <summary>The customer has blocked or removed the bot: write no more in this conversation.</summary>
    public sealed record Blocked : SendResult;

    /// <summary>Final.</summary>
    /// <param name="Status">The HTTP status; 0 when the bot itself would not send.</param>
    /// <param name="Code">The connector's error code, when it gave one.</param>
    public sealed record Rejected(int Status, string? Code) : SendResult;
}
