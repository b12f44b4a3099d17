using NodaTime;

namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>A case on its way to a support provider: recorded in the transaction that routes it there, then sent with retries.</summary>
public sealed class ProviderDispatch : IRetried
{
    public long Id { get; init; }
    public required long CaseId { get; init; }

    /// <summary><see cref="Routing.SupportProvider.Id"/>. Its address is read when it is sent, so that a corrected one counts.</summary>
    public required string ProviderId { get; init; }

    /// <summary>The same in every attempt: a provider takes what it has seen once.</summary>
    public required string MessageId { get; init; }

    /// <summary>A <see cref="DispatchedCase"/> as JSON, as it was when it was routed.</summary>
    public required string Body { get; init; }
    public required Instant CreatedAt { get; init; }
    public int Attempts { get; set; }

    /// <summary>Null until the first attempt.</summary>
    public Instant? NextAttemptAt { get; set; }
    public Instant? SentAt { get; set; }

    /// <summary>Given up.</summary>
    public Instant? DeadAt { get; set; }

    /// <summary>Without the case's words.</summary>
    public string? LastError { get; set; }
}
