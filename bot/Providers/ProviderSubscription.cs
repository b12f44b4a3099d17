using BillingBot.Knowledge.Articles;
using NodaTime;

namespace BillingBot.Providers;

/// <summary>A subscription as the provider sees it now; null is what it does not tell.</summary>
internal sealed record ProviderSubscription
{
    public required string Id { get; init; }

    /// <summary>Partner Center's word in lower case: active, suspended, pending, expired, disabled, deleted.</summary>
    public required string Status { get; init; }

    /// <summary>The partner's own name for it, else the offer's.</summary>
    public string? Name { get; init; }

    /// <summary>Licences, where it is billed by licence.</summary>
    public int? Quantity { get; init; }

    /// <summary>monthly, annual, ...</summary>
    public string? BillingCycle { get; init; }

    /// <summary>New commerce counts this day in, legacy does not.</summary>
    public Instant? CommitmentEnd { get; init; }

    public bool? AutoRenew { get; init; }

    /// <summary>Derived from the product type and the form of the offer id; Any: neither tells.</summary>
    public PlatformEra Era { get; init; }

    /// <summary>The version that was read.</summary>
    public string? ETag { get; init; }
}
