namespace BillingBot.Providers;

/// <summary>What became of a suspension or reactivation. The sentences are for staff.</summary>
internal abstract record ProviderResult
{
    private ProviderResult()
    {
    }

    /// <summary>It is so now, by this call or already before.</summary>
    public sealed record Done(string Status, string? ETag) : ProviderResult;

    /// <summary>Nothing has been done: a person does it, as the instruction says word for word.</summary>
    public sealed record NeedsHand(string Instruction) : ProviderResult;

    /// <summary>Final until somebody mends what the message says.</summary>
    /// <param name="Code">The provider's error code, for support and the audit.</param>
    public sealed record Refused(string Code, string Message) : ProviderResult;

    /// <summary>Others kept changing the subscription, or the change was taken and did not show. Look before trying again.</summary>
    /// <param name="Status">The status read last.</param>
    public sealed record Conflict(string Status) : ProviderResult;

    /// <summary>No answer in several tries. The change may nevertheless have been made; trying again finds out.</summary>
    /// <param name="RetryAfter">What the provider asked for.</param>
    public sealed record Unavailable(TimeSpan? RetryAfter) : ProviderResult;
}
