using BillingBot.Knowledge.Cases;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>What the demo partner "Northwind Cloud" has set: a night desk, two plans, a boundary for each cloud product. For Development only.</summary>
internal static class DemoRouting
{
    private const string NightDesk = "night-desk";

    public static IEnumerable<object> All() =>
    [
        new SupportProvider
        {
            Id = NightDesk,
            Name = "Litware Night Desk",
            Kind = SupportProviderKind.Outsourced,
            Email = "desk@litware.example",
            Languages = ["en", "ja"],
        },
        new RoutingRule
        {
            Order = 25,
            Name = "Critical faults outside hours",
            Classification = Classification.Technical,
            Hours = OpeningCondition.OutsideHours,
            AtLeast = Urgency.Critical,
            Destination = DestinationKind.Provider,
            Target = NightDesk,
        },
        new HeldPlan { Tier = MicrosoftTier.AdvancedSupportForPartners, Reference = "ASFP-DEMO-001" },
        new HeldPlan { Tier = MicrosoftTier.PartnerCloudSupport },
        Line(SupportProduct.Azure, "Quotas, access rights and sizes of resources", BoundaryKeeper.Partner),
        Line(SupportProduct.Azure, "Faults of the platform and its data centres", BoundaryKeeper.Microsoft),
        Line(SupportProduct.Microsoft365, "Accounts, licences, passwords and mail clients", BoundaryKeeper.Partner),
        Line(SupportProduct.Microsoft365, "Faults of the service itself", BoundaryKeeper.Microsoft),
        Line(SupportProduct.Dynamics365, "Roles, forms and settings", BoundaryKeeper.Partner),
        Line(SupportProduct.Dynamics365, "Faults of the service itself", BoundaryKeeper.Microsoft),
    ];

    private static SupportBoundary Line(SupportProduct product, string topic, BoundaryKeeper keeper) =>
        new() { Product = product, Topic = topic, SolvedBy = keeper };
}
