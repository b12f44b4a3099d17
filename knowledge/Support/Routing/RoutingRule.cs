using BillingBot.Knowledge.Cases;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>One rule of the partner's: of those that are enabled, the first whose conditions all hold decides. Null: any.</summary>
public sealed class RoutingRule : IEdited
{
    public long Id { get; init; }

    /// <summary>From the smallest.</summary>
    public required int Order { get; set; }
    public required string Name { get; set; }
    public bool Enabled { get; set; } = true;
    public Classification? Classification { get; set; }
    public SupportProduct? Product { get; set; }
    public string? CustomerId { get; set; }
    public string? CustomerGroup { get; set; }

    /// <summary>The customer's support plan.</summary>
    public string? Plan { get; set; }

    /// <summary>A code such as <c>ja</c>.</summary>
    public string? Language { get; set; }
    public OpeningCondition? Hours { get; set; }
    public PartnerModel? Model { get; set; }

    /// <summary>This urgent, or more.</summary>
    public Urgency? AtLeast { get; set; }
    public required DestinationKind Destination { get; set; }

    /// <summary>Id of the queue or provider; null for Microsoft and the indirect provider.</summary>
    public string? Target { get; set; }

    /// <summary>The queue that keeps what goes elsewhere; null for the usual one.</summary>
    public string? KeepIn { get; set; }
    public int Version { get; set; }
}
