using BillingBot.Knowledge.Support.Routing;
using NodaTime;
using static BillingBot.Knowledge.Support.Routing.MicrosoftTier;
using static BillingBot.Knowledge.Support.Routing.ReasonCode;
using static BillingBot.Tests.Support.Routing.Situations.Given;

namespace BillingBot.Tests.Support.Routing.Situations;

/// <summary>Which plan takes a diagnosed fault: S16 to S18, F05, F56, F58, F60, F61.</summary>
internal static class PlanSituations
{
    private static readonly IReadOnlyList<SupportProduct> Cloud = [SupportProduct.Azure, SupportProduct.Microsoft365, SupportProduct.Dynamics365];

    public static IEnumerable<Situation> All =>
    [
        .. Cloud.Append(SupportProduct.OnPremises).Select(product => Covered(product, PremierSupportForPartners)),
        .. Cloud.Select(product => Covered(product, AdvancedSupportForPartners)),
        Covered(SupportProduct.Azure, PartnerCloudSupport),
        Covered(SupportProduct.Microsoft365, PartnerCloudSupport),
        Covered(SupportProduct.OnPremises, ProductSupportIncidents),
        Uncovered("Programme benefits do not file Dynamics 365 incidents", SupportProduct.Dynamics365, DirectBill(PartnerCloudSupport), PlanDoesNotCover, NoPlanCovers, WouldCover, DirectBillNeedsPlan),
        Uncovered("Advanced Support does not cover what runs on-premises", SupportProduct.OnPremises, DirectBill(AdvancedSupportForPartners), PlanDoesNotCover, NoPlanCovers, WouldCover),
        Uncovered("Product incidents do not cover the cloud", SupportProduct.Azure, DirectBill(ProductSupportIncidents), PlanDoesNotCover, NoPlanCovers, WouldCover, DirectBillNeedsPlan),
        Uncovered("Nothing is held for Azure", SupportProduct.Azure, DirectBill(), NoPlanCovers, WouldCover, DirectBillNeedsPlan),
        Uncovered("Nothing is held for Dynamics 365", SupportProduct.Dynamics365, DirectBill(), NoPlanCovers, WouldCover, DirectBillNeedsPlan),
        Uncovered("Nothing is held for on-premises", SupportProduct.OnPremises, DirectBill(), NoPlanCovers, WouldCover, DirectBillNeedsPlan),
        Uncovered("A plan that has ended is not held", SupportProduct.Azure, Holding(Plan(AdvancedSupportForPartners, until: new(2026, 11, 23))), PlanNotInForce, NoPlanCovers, WouldCover, DirectBillNeedsPlan),
        Uncovered("A plan that has not begun is not held", SupportProduct.Azure, Holding(Plan(AdvancedSupportForPartners, from: new(2026, 11, 25))), PlanNotInForce, NoPlanCovers, WouldCover, DirectBillNeedsPlan),
        Uncovered("Used-up incidents cover nothing", SupportProduct.OnPremises, Holding(Plan(ProductSupportIncidents, left: 0)), IncidentsUsedUp, NoPlanCovers, WouldCover, DirectBillNeedsPlan),
        Taken("A plan holds on its last day", SupportProduct.Azure, Holding(Plan(AdvancedSupportForPartners, until: new(2026, 11, 24))), AdvancedSupportForPartners),
        Taken("The last incident is one", SupportProduct.OnPremises, Holding(Plan(ProductSupportIncidents, left: 1)), ProductSupportIncidents),
        Taken("Premier goes before Advanced", SupportProduct.Azure, DirectBill(PartnerCloudSupport, AdvancedSupportForPartners, PremierSupportForPartners), PremierSupportForPartners),
        Taken("Advanced goes before programme benefits", SupportProduct.Microsoft365, DirectBill(PartnerCloudSupport, AdvancedSupportForPartners), AdvancedSupportForPartners),
        Taken("Advanced carries Dynamics 365 where benefits do not", SupportProduct.Dynamics365, DirectBill(PartnerCloudSupport, AdvancedSupportForPartners), AdvancedSupportForPartners),
        Taken("Counted incidents are spared where Premier is held", SupportProduct.OnPremises, DirectBill(ProductSupportIncidents, PremierSupportForPartners), PremierSupportForPartners),
        new("A reseller's fault goes to its provider, whatever it holds", Diagnosed(), Reseller() with { Plans = [Plan(PremierSupportForPartners)] },
            "IndirectProvider:distributor", ByRule, BoundaryNotPublished, Found, IndirectResellerCannotFile, ProviderTakes) { KeptIn = "technical" },
        new("A reseller without a provider keeps it and is told", Diagnosed(), Reseller(hasProvider: false),
            "Queue:technical", ByRule, BoundaryNotPublished, Found, IndirectResellerCannotFile, NoIndirectProvider),
        new("A provider that is switched off is none", Diagnosed(), Reseller(hasProvider: false).With(Off()),
            "Queue:technical", ByRule, BoundaryNotPublished, Found, IndirectResellerCannotFile, NoIndirectProvider),
    ];

    private static Situation Covered(SupportProduct product, MicrosoftTier tier) => Taken($"{tier} covers {product}", product, DirectBill(tier), tier);

    private static Situation Taken(string name, SupportProduct product, RoutingTable table, MicrosoftTier tier) => new(
        name, Diagnosed(product), table, $"Microsoft:{tier}", ByRule, BoundaryNotPublished, Found, PlanHeld, FirstResponse)
    { KeptIn = "technical" };

    private static Situation Uncovered(string name, SupportProduct product, RoutingTable table, params IEnumerable<ReasonCode> because) => new(
        name, Diagnosed(product), table, "Queue:technical", [ByRule, BoundaryNotPublished, Found, .. because]);

    private static RoutingTable Holding(HeldPlan plan) => DirectBill() with { Plans = [plan] };

    private static HeldPlan Plan(MicrosoftTier tier, LocalDate? from = null, LocalDate? until = null, int? left = null) =>
        new() { Tier = tier, From = from, Until = until, IncidentsLeft = left };

    private static SupportProvider Off()
    {
        var provider = Provider(Distributor, SupportProviderKind.IndirectProvider);
        provider.Enabled = false;
        return provider;
    }
}
