using BillingBot.Knowledge.Support.Routing;
using static BillingBot.Knowledge.Support.Routing.MicrosoftTier;
using static BillingBot.Knowledge.Support.Routing.ReasonCode;
using static BillingBot.Tests.Support.Routing.Situations.Given;

namespace BillingBot.Tests.Support.Routing.Situations;

/// <summary>Billing, subscriptions and accounts: S2, S11, S15, F04 to F07, F57, F58.</summary>
internal static class CommercialSituations
{
    public static IEnumerable<Situation> All =>
    [
        new("A billing question is the partner's to answer", Bill, DirectBill(), "Queue:billing", ByRule, BillingIsOurs),
        new("A billing question of a reseller is its own too", Bill, Reseller(), "Queue:billing", ByRule, BillingIsOurs),
        new("A paid plan does not take a billing question to Microsoft", Bill, DirectBill(PremierSupportForPartners), "Queue:billing", ByRule, BillingIsOurs),
        new("A dispute begins with the partner and may go on", Bill with { IsDispute = true }, DirectBill(), "Queue:billing", ByRule, BillingIsOurs, MayEscalate),
        new("A dispute that the partner cannot settle goes to commercial support", Bill with { IsDispute = true, IsEscalation = true }, DirectBill(),
            "Microsoft:CommercialSupport", ByRule, CommercialEntitlement, FirstResponseWorkingDay) { KeptIn = "billing" },
        new("A subscription question beyond the partner needs no plan", Bill with { IsEscalation = true, Product = SupportProduct.Dynamics365 }, DirectBill(),
            "Microsoft:CommercialSupport", ByRule, CommercialEntitlement, FirstResponseWorkingDay) { KeptIn = "billing" },
        new("On-premises licences are commercial as well", Bill with { IsEscalation = true, Product = SupportProduct.OnPremises }, DirectBill(),
            "Microsoft:CommercialSupport", ByRule, CommercialEntitlement, FirstResponseWorkingDay) { KeptIn = "billing" },
        new("A reseller's commercial escalation goes to its provider", Bill with { IsEscalation = true }, Reseller(),
            "IndirectProvider:distributor", ByRule, IndirectResellerCannotFile, ProviderTakes) { KeptIn = "billing" },
        new("A reseller that entered no provider is told so", Bill with { IsEscalation = true }, Reseller(hasProvider: false),
            "Queue:billing", ByRule, IndirectResellerCannotFile, NoIndirectProvider),
        new("Nobody looks at service health for a bill", Bill with { IsEscalation = true, Diagnosis = Diagnosis.NotBegun }, DirectBill(),
            "Microsoft:CommercialSupport", ByRule, CommercialEntitlement, FirstResponseWorkingDay) { KeptIn = "billing" },
        new("A customer who wants Microsoft on a bill hears who files", Bill with { AskedForMicrosoft = true }, DirectBill(),
            "Queue:billing", CustomerCannotFile, ByRule, BillingIsOurs),
        new("A bill for something bought from Microsoft is for that portal", Bill with { IsBoughtDirect = true }, DirectBill(),
            "Queue:billing", BoughtDirect) { Referral = Referral.ProductPortal },
        new("A fault of something bought from Microsoft is for that portal", Fault() with { IsBoughtDirect = true }, DirectBill(PremierSupportForPartners),
            "Queue:technical", BoughtDirect) { Referral = Referral.ProductPortal },
        new("What was bought from Microsoft is not escalated", Diagnosed() with { IsBoughtDirect = true, IsEscalation = true }, DirectBill(PremierSupportForPartners),
            "Queue:technical", BoughtDirect) { Referral = Referral.ProductPortal },
        new("A marketplace bill is the partner's first", Bill with { Product = SupportProduct.Marketplace }, DirectBill(),
            "Queue:billing", ByRule, MarketplaceBilling),
        new("A marketplace bill is not Microsoft's even when it is disputed", Bill with { Product = SupportProduct.Marketplace, IsDispute = true, IsEscalation = true }, DirectBill(),
            "Queue:billing", ByRule, MarketplaceBilling),
        new("A marketplace product's fault is the publisher's", Fault(SupportProduct.Marketplace), DirectBill(PremierSupportForPartners),
            "Queue:technical", MarketplacePublisher) { Referral = Referral.Publisher },
        new("A diagnosed fault of a marketplace product still is the publisher's", Diagnosed(SupportProduct.Marketplace), DirectBill(PremierSupportForPartners),
            "Queue:technical", MarketplacePublisher) { Referral = Referral.Publisher },
        new("An order that the marketplace does not take is Microsoft's", Diagnosed(SupportProduct.Marketplace, Finding.CommerceSystem) with { IsEscalation = true }, DirectBill(),
            "Microsoft:CommercialSupport", ByRule, MarketplaceSystem, CommercialEntitlement, FirstResponseWorkingDay) { KeptIn = "technical" },
        new("The same, seen as commercial", (Bill with { Product = SupportProduct.Marketplace, IsEscalation = true, Diagnosis = new() { Finding = Finding.CommerceSystem } }), DirectBill(),
            "Microsoft:CommercialSupport", ByRule, MarketplaceSystem, CommercialEntitlement, FirstResponseWorkingDay) { KeptIn = "billing" },
        new("The same, of a reseller", Diagnosed(SupportProduct.Marketplace, Finding.CommerceSystem) with { IsEscalation = true }, Reseller(),
            "IndirectProvider:distributor", ByRule, MarketplaceSystem, IndirectResellerCannotFile, ProviderTakes) { KeptIn = "technical" },
        new("A bill of the partner's own tenant is not filed in a customer's name", Bill with { IsOwnTenant = true, IsEscalation = true }, DirectBill(),
            "Queue:billing", ByRule, OwnTenant),
    ];
}
