using BillingBot.Knowledge.Cases;
using NodaTime;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Which of the plans that the partner holds takes a technical case. Source: Partner Center, "Escalating to Microsoft"; F56, F58, F60, F61.</summary>
internal static class PlanCoverage
{
    /// <summary>The quickest answer first; counted incidents last.</summary>
    private static readonly MicrosoftTier[] Preference =
    [
        MicrosoftTier.PremierSupportForPartners,
        MicrosoftTier.AdvancedSupportForPartners,
        MicrosoftTier.PartnerCloudSupport,
        MicrosoftTier.ProductSupportIncidents,
    ];

    /// <summary>Whether technical requests about the product can be filed with it.</summary>
    private static bool Covers(MicrosoftTier tier, SupportProduct product) => (tier, product) switch
    {
        (MicrosoftTier.CommercialSupport, _) or (_, SupportProduct.Marketplace) => false,
        (MicrosoftTier.PremierSupportForPartners, _) => true,
        (MicrosoftTier.ProductSupportIncidents, _) => product is SupportProduct.OnPremises,
        (_, SupportProduct.OnPremises) => false,
        (MicrosoftTier.PartnerCloudSupport, SupportProduct.Dynamics365) => false,
        _ => true,
    };

    /// <summary>What would cover it, in the order of preference.</summary>
    private static IEnumerable<MicrosoftTier> Covering(SupportProduct product) => Preference.Where(tier => Covers(tier, product));

    public static Destination? Choose(RoutingInput input, RoutingTable table, List<RoutingReason> reasons)
    {
        var (product, today) = (input.Product!.Value, input.Now.InUtc().Date);
        var obstacles = table.Plans.Select(plan => (plan.Tier, Why: Obstacle(plan, product, today))).ToList();
        var usable = Preference.Where(tier => obstacles.Exists(plan => plan.Tier == tier && plan.Why is null)).ToList();
        if (usable is [var tier, ..])
        {
            reasons.Add(new(ReasonCode.PlanHeld, RoutingFact.Of(tier), RoutingFact.Of(product)));
            reasons.Add(FirstResponse(input.Urgency));
            return Destination.Microsoft(tier);
        }

        reasons.AddRange(obstacles.Select(plan => plan.Why!));
        reasons.Add(new(ReasonCode.NoPlanCovers, RoutingFact.Of(product)));
        reasons.Add(new(ReasonCode.WouldCover, [.. Covering(product).Select(RoutingFact.Of)]));
        if (!obstacles.Exists(plan => IsDemandedOfDirectBill(plan.Tier) && plan.Why?.Code is not ReasonCode.PlanNotInForce))
        {
            reasons.Add(new(
                ReasonCode.DirectBillNeedsPlan,
                RoutingFact.Of(MicrosoftTier.AdvancedSupportForPartners), RoutingFact.Of(MicrosoftTier.PremierSupportForPartners)));
        }

        return null;
    }

    private static RoutingReason? Obstacle(HeldPlan plan, SupportProduct product, LocalDate today) => plan switch
    {
        _ when !plan.IsInForce(today) => new(ReasonCode.PlanNotInForce, RoutingFact.Of(plan.Tier), RoutingFact.Date(today)),
        _ when !Covers(plan.Tier, product) => new(ReasonCode.PlanDoesNotCover, RoutingFact.Of(plan.Tier), RoutingFact.Of(product)),
        { IncidentsLeft: <= 0 } => new(ReasonCode.IncidentsUsedUp, RoutingFact.Of(plan.Tier)),
        _ => null,
    };

    private static bool IsDemandedOfDirectBill(MicrosoftTier tier) =>
        tier is MicrosoftTier.AdvancedSupportForPartners or MicrosoftTier.PremierSupportForPartners;

    /// <summary>Hours until Microsoft answers a technical break-fix request first, as documented in 2021.</summary>
    private static RoutingReason FirstResponse(Urgency urgency)
    {
        var (severity, hours) = urgency switch
        {
            Urgency.Critical => ("A", 2),
            Urgency.High => ("B", 4),
            _ => ("C", 8),
        };
        return new(ReasonCode.FirstResponse, RoutingFact.Text(severity), RoutingFact.Number(hours));
    }
}
