using BillingBot.Knowledge.Articles;
using NodaTime;

namespace BillingBot.Knowledge.Billing;

/// <summary>Something a customer has bought, or subscribes to.</summary>
public sealed class Subscription
{
    /// <summary>The provider's id, for Partner Center a GUID.</summary>
    public required string Id { get; init; }
    public required string CustomerId { get; set; }
    public Customer? Customer { get; set; }

    /// <summary>What the customer calls it, for example "Microsoft 365 Business Premium".</summary>
    public required string ProductName { get; set; }
    public required Product Product { get; set; }
    public required SubscriptionKind Kind { get; set; }

    /// <summary>Any: not known; then whatever depends on it must not be answered.</summary>
    public PlatformEra Era { get; set; }

    /// <summary>ISO 8601 duration of the commitment, for example P1M, P1Y; null for usage.</summary>
    public string? Term { get; set; }

    /// <summary>ISO 8601 duration between charges, for example P1M.</summary>
    public string? BillingCycle { get; set; }
    public int Seats { get; set; }

    /// <summary>When it was bought, or last renewed: cancellation windows count from here. Null: not known.</summary>
    public Instant? TermStartedAt { get; set; }
    public LocalDate? RenewsOn { get; set; }
    public SubscriptionStatus Status { get; set; }
}
