namespace BillingBot.Tests.Crash;

/// <summary>How a channel deals with a message.</summary>
/// <param name="Status">The answer.</param>
/// <param name="IsTaken">Whether the customer sees the message.</param>
/// <param name="After">Before it answers; infinite for never.</param>
/// <param name="RetryAfter">Seconds that it asks for.</param>
internal sealed record Trouble(int Status, bool IsTaken, TimeSpan After, string? RetryAfter = null)
{
    public static readonly Trouble None = new(200, true, TimeSpan.Zero);
    public static readonly Trouble Throttled = new(429, false, TimeSpan.Zero, "1");
    public static readonly Trouble Broken = new(502, false, TimeSpan.Zero);
    public static readonly Trouble Silent = new(200, false, Timeout.InfiniteTimeSpan);
    public static readonly Trouble Slow = new(200, true, TimeSpan.FromMilliseconds(700));

    /// <summary>It has the message and says that it has not: nobody but the channel can tell that the next one is the same.</summary>
    public static readonly Trouble TakenAndBroken = new(500, true, TimeSpan.Zero);
}
