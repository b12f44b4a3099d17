using BillingBot.Startup;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Channels.Delivery;

/// <summary>When to try again: exponential with jitter, at least what the channel asked for, until it is old.</summary>
internal sealed class RetryPolicy(IOptions<DeliveryOptions> options)
{
    /// <summary>A channel that asks for more, which none does, is asked again after this: so long a clock that was set can keep a reply from a customer.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromMinutes(10);

    /// <summary>As long as any wait that this gives, or longer.</summary>
    public Duration Longest => Duration.FromTimeSpan(TimeSpan.FromTicks(Math.Max(LongestAsked.Ticks, options.Value.LongestDelay.Ticks * 2)));

    /// <param name="attempts">Attempts made so far, at least 1.</param>
    /// <param name="age">Since it was recorded.</param>
    /// <param name="retryAfter">What the channel asked for.</param>
    /// <returns>Null when it is time to give up.</returns>
    public TimeSpan? Next(int attempts, Duration age, TimeSpan? retryAfter)
    {
        var settings = options.Value;
        if (attempts >= settings.MinimumAttempts && age >= Duration.FromHours(settings.GiveUpAfterHours))
        {
            return null;
        }

        var bounded = Doubling.Wait(attempts - 1, settings.FirstDelay, settings.LongestDelay);
#pragma warning disable CA5394 // Jitter, not a secret.
        var jittered = bounded * (0.75 + (Random.Shared.NextDouble() / 2));
#pragma warning restore CA5394
        return retryAfter is { } asked && asked > jittered ? TimeSpan.FromTicks(Math.Min(asked.Ticks, LongestAsked.Ticks)) : jittered;
    }
}
