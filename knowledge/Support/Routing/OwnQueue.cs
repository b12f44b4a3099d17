using BillingBot.Knowledge.Cases;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Why a case stays with the partner's own people, beyond the rule that says so.</summary>
internal static class OwnQueue
{
    public static IEnumerable<RoutingReason> Reasons(RoutingInput input) => input switch
    {
        { Classification: Classification.Fraud } => [new(ReasonCode.MayEscalate)],
        { Classification: Classification.Technical } => [],
        { Product: SupportProduct.Marketplace } => [new(ReasonCode.MarketplaceBilling)],
        { IsDispute: true } => [new(ReasonCode.BillingIsOurs), new(ReasonCode.MayEscalate)],
        _ => [new(ReasonCode.BillingIsOurs)],
    };
}
