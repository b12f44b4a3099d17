using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Routing;
using static BillingBot.Knowledge.Support.Routing.ReasonCode;
using static BillingBot.Tests.Support.Routing.Situations.Given;

namespace BillingBot.Tests.Support.Routing.Situations;

/// <summary>Suspected fraud, misuse and compromised accounts: F50, F57.</summary>
internal static class FraudSituations
{
    private static readonly SupportProvider Desk = Provider(NightDesk);

    public static IEnumerable<Situation> All =>
    [
        new("Fraud goes to security and may go on", Fraud, DirectBill(), "Queue:security", ByRule, MayEscalate),
        new("Fraud of a reseller stays in its own security queue first", Fraud, Reseller(), "Queue:security", ByRule, MayEscalate),
        new("Suspected fraud is taken to Microsoft without a plan", Fraud with { IsEscalation = true }, DirectBill(),
            "Microsoft:CommercialSupport", ByRule, FraudEscalates, CommercialEntitlement, FirstResponseWorkingDay) { KeptIn = "security" },
        new("A reseller takes suspected fraud to its provider", Fraud with { IsEscalation = true }, Reseller(),
            "IndirectProvider:distributor", ByRule, FraudEscalates, IndirectResellerCannotFile, ProviderTakes) { KeptIn = "security" },
        new("Without any rule fraud still goes to security", Fraud, DirectBill() with { Rules = [] }, "Queue:security", NoRule, MayEscalate),
        new("A rule for all nights does not give fraud to others", Fraud with { IsOpen = false }, DirectBill().With(Desk).With(ToProvider()),
            "Queue:security", FraudStaysInside, ByRule, MayEscalate),
        new("A rule that names fraud may", Fraud, DirectBill().With(Desk).With(Named(ToProvider())),
            "Provider:night-desk", ByRule, ProviderTakes) { KeptIn = "security" },
        new("A rule that names fraud does not reach Microsoft before staff say so", Fraud, DirectBill().With(new RoutingRule
            { Order = 1, Name = "Up", Classification = Classification.Fraud, Destination = DestinationKind.Microsoft }),
            "Queue:security", ByRule, MayEscalate),
    ];

    private static RoutingRule Named(RoutingRule rule)
    {
        rule.Classification = Classification.Fraud;
        return rule;
    }
}
