namespace BillingBot.Providers.PartnerCenter;

/// <summary>How long to wait between tries while somebody waits for the result: a few seconds in all, or what Partner Center
/// asks for if that is not too long.</summary>
internal static class Backoff
{
    private const int MaximumAttempts = 4;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromMinutes(1);

    /// <param name="attempts">Attempts made so far, at least 1.</param>
    /// <param name="retryAfter">What Partner Center asked for.</param>
    /// <returns>Null when it is time to give up.</returns>
    public static TimeSpan? Next(int attempts, TimeSpan? retryAfter)
    {
        if (attempts >= MaximumAttempts || retryAfter > LongestAsked)
            return null;

#pragma warning disable CA5394 // Jitter, not a secret.
        var jittered = First * Math.Pow(2, attempts - 1) * (0.75 + (Random.Shared.NextDouble() / 2));
#pragma warning restore CA5394
        return retryAfter > jittered ? retryAfter : jittered;
    }
}
