using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Routing;
using static BillingBot.Knowledge.Support.Routing.MicrosoftTier;
using static BillingBot.Knowledge.Support.Routing.ReasonCode;
using static BillingBot.Tests.Support.Routing.Situations.Given;

namespace BillingBot.Tests.Support.Routing.Situations;

/// <summary>The partner's own rules, its providers and hours: S8 to S10.</summary>
internal static class RuleSituations
{
    private static readonly SupportProvider Desk = Provider(NightDesk, SupportProviderKind.Outsourced, "en");

    public static IEnumerable<Situation> All =>
    [
        Takes("An outsourced provider takes what a rule gives it", Bill, Any()),
        Takes("A provider whose support is resold takes faults without our diagnosis", Fault(), Any(), kept: "technical"),
        Takes("A rule by classification", Fault(), Rule(rule => rule.Classification = Classification.Technical), kept: "technical"),
        Takes("A rule by product", Bill with { Product = SupportProduct.Azure }, Rule(rule => rule.Product = SupportProduct.Azure)),
        Takes("A rule by customer", Bill, Rule(rule => rule.CustomerId = "contoso")),
        Takes("A rule by group", Bill with { CustomerGroup = "public-sector" }, Rule(rule => rule.CustomerGroup = "public-sector")),
        Takes("A rule by plan, however it is spelt", Bill with { Plan = "Plus" }, Rule(rule => rule.Plan = "plus")),
        Takes("A rule by language", Bill, Rule(rule => rule.Language = "en")),
        Takes("A rule for nights", Bill with { IsOpen = false }, Rule(rule => rule.Hours = OpeningCondition.OutsideHours)),
        Takes("A rule for days", Bill, Rule(rule => rule.Hours = OpeningCondition.DuringHours)),
        Takes("A rule from an urgency on", Bill with { Urgency = Urgency.Critical }, Rule(rule => rule.AtLeast = Urgency.High)),
        Takes("A rule by the partner's model", Bill, Rule(rule => rule.Model = PartnerModel.DirectBill)),
        Falls("Another classification", Bill, Rule(rule => rule.Classification = Classification.Technical)),
        Falls("Another product", Bill with { Product = SupportProduct.Microsoft365 }, Rule(rule => rule.Product = SupportProduct.Azure)),
        Falls("An unknown product is not the rule's", Bill, Rule(rule => rule.Product = SupportProduct.Azure)),
        Falls("Another customer", Bill, Rule(rule => rule.CustomerId = "fabrikam")),
        Falls("A guest is no customer", Bill with { CustomerId = null, CustomerGroup = null, Plan = null }, Rule(rule => rule.CustomerId = "contoso")),
        Falls("Another group", Bill, Rule(rule => rule.CustomerGroup = "public-sector")),
        Falls("Another plan", Bill, Rule(rule => rule.Plan = "Plus")),
        Falls("Another language", Bill, Rule(rule => rule.Language = "ja")),
        Falls("Hours that are open are not nights", Bill, Rule(rule => rule.Hours = OpeningCondition.OutsideHours)),
        Falls("Hours that nobody published are neither", Bill with { IsOpen = null }, Rule(rule => rule.Hours = OpeningCondition.OutsideHours)),
        Falls("Less urgent", Bill, Rule(rule => rule.AtLeast = Urgency.High)),
        Falls("Another model", Bill, Rule(rule => rule.Model = PartnerModel.IndirectReseller)),
        Falls("A rule that is switched off", Bill, Rule(rule => rule.Enabled = false)),
        new("All conditions must hold", Bill with { IsOpen = false }, DirectBill().With(Desk).With(Rule(rule => (rule.Hours, rule.Plan) = (OpeningCondition.OutsideHours, "Plus"))),
            "Queue:billing", ByRule, BillingIsOurs),
        new("A provider that does not speak the language is passed over", Bill with { Language = "ja" }, DirectBill().With(Desk).With(Any()),
            "Queue:billing", ProviderLacksLanguage, ByRule, BillingIsOurs),
        new("A provider that nobody entered is passed over", Bill, DirectBill().With(Any()), "Queue:billing", ProviderUnavailable, ByRule, BillingIsOurs),
        new("A queue that was deleted is passed over", Bill, DirectBill().With(ToQueue("gone")), "Queue:billing", QueueUnknown, ByRule, BillingIsOurs),
        new("The first of two rules decides", Bill, DirectBill().With(Desk).With(ToQueue("technical"), Any()), "Queue:technical", ByRule, BillingIsOurs),
        new("Without rules a bill goes to its queue", Bill, DirectBill() with { Rules = [] }, "Queue:billing", NoRule, BillingIsOurs),
        new("Without rules a fault goes to its queue", Fault(), DirectBill() with { Rules = [] }, "Queue:technical", NoRule),
        new("A partner that keeps faults in a queue escalates by the same gate", Diagnosed() with { IsEscalation = true }, DirectBill(AdvancedSupportForPartners).With(ToQueue("technical")),
            "Microsoft:AdvancedSupportForPartners", ByRule, BoundaryNotPublished, Found, PlanHeld, FirstResponse) { KeptIn = "technical" },
        new("What a provider hands back goes up", Diagnosed() with { IsEscalation = true }, DirectBill(AdvancedSupportForPartners).With(Desk).With(Any()),
            "Microsoft:AdvancedSupportForPartners", ByRule, BoundaryNotPublished, Found, PlanHeld, FirstResponse) { KeptIn = "technical" },
        new("A rule may give a reseller's faults to its provider at once", Fault(), Reseller().With(new RoutingRule { Order = 1, Name = "Up", Destination = DestinationKind.IndirectProvider }),
            "IndirectProvider:distributor", ByRule, ProviderTakes) { KeptIn = "technical" },
        new("A rule for an indirect provider that nobody entered is passed over", Bill, DirectBill().With(new RoutingRule { Order = 1, Name = "Up", Destination = DestinationKind.IndirectProvider }),
            "Queue:billing", NoIndirectProvider, ByRule, BillingIsOurs),
        new("A rule that sends bills to Microsoft waits until the partner has answered", Bill, DirectBill().With(new RoutingRule { Order = 1, Name = "Up", Destination = DestinationKind.Microsoft }),
            "Queue:billing", ByRule, BillingIsOurs),
        new("A rule says which queue keeps what leaves", Bill, DirectBill().With(Desk).With(Rule(rule => rule.KeepIn = "security")),
            "Provider:night-desk", ByRule, ProviderTakes) { KeptIn = "security" },
        new("A queue that keeps and was deleted is the usual one", Bill, DirectBill().With(Desk).With(Rule(rule => rule.KeepIn = "gone")),
            "Provider:night-desk", ByRule, ProviderTakes) { KeptIn = "billing" },
    ];

    private static Situation Takes(string name, RoutingInput input, RoutingRule rule, string kept = "billing") =>
        new(name, input, DirectBill().With(Desk).With(rule), "Provider:night-desk", ByRule, ProviderTakes) { KeptIn = kept };

    private static Situation Falls(string name, RoutingInput input, RoutingRule rule) =>
        new(name, input, DirectBill().With(Desk).With(rule), "Queue:billing", ByRule, BillingIsOurs);

    private static RoutingRule Any() => ToProvider();

    private static RoutingRule Rule(Action<RoutingRule> change)
    {
        var rule = Any();
        change(rule);
        return rule;
    }
}
