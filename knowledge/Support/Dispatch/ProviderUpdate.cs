using NodaTime;

namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>What a support provider said of a case by its signed callback, append-only. A note for staff; it moves nothing.</summary>
public sealed class ProviderUpdate
{
    public const int LongestText = 4_000;

    public long Id { get; init; }
    public required long CaseId { get; init; }
    public required string ProviderId { get; init; }

    /// <summary>The provider's id of the message: what it sends twice counts once.</summary>
    public required string MessageId { get; init; }
    public required ProviderState State { get; init; }

    /// <summary>Untrusted.</summary>
    public required string Text { get; init; }
    public required Instant At { get; init; }
}
