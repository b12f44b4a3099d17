using BillingBot.Knowledge.Cases;
using NodaTime;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>All that a routing decision may rest on.</summary>
public sealed record RoutingInput
{
    public required Classification Classification { get; init; }

    /// <summary>Null when it is not known.</summary>
    public SupportProduct? Product { get; init; }
    public string? CustomerId { get; init; }
    public string? CustomerGroup { get; init; }

    /// <summary>The support plan that the customer has with the partner.</summary>
    public string? Plan { get; init; }

    /// <summary>The customer's, as a code such as <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Within the hours of the customer's plan; null where no hours are published.</summary>
    public bool? IsOpen { get; init; }
    public Urgency Urgency { get; init; } = Urgency.Normal;

    /// <summary>A bill is contested.</summary>
    public bool IsDispute { get; init; }

    /// <summary>The customer wants Microsoft to deal with it.</summary>
    public bool AskedForMicrosoft { get; init; }

    /// <summary>Bought from Microsoft, not from the partner.</summary>
    public bool IsBoughtDirect { get; init; }

    /// <summary>It is about the partner's own tenant, not a customer's.</summary>
    public bool IsOwnTenant { get; init; }

    /// <summary>Staff have found that the partner cannot solve it itself, and ask where it can go.</summary>
    public bool IsEscalation { get; init; }
    public Diagnosis Diagnosis { get; init; } = Diagnosis.NotBegun;

    /// <summary>Decides which plans are in force; their dates are UTC, as Partner Center's.</summary>
    public required Instant Now { get; init; }
}
