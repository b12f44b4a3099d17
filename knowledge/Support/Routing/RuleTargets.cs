using BillingBot.Knowledge.Cases;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Whether a rule's destination can take the case.</summary>
internal static class RuleTargets
{
    /// <returns>Why not; null when it can.</returns>
    public static RoutingReason? Obstacle(RoutingRule rule, RoutingInput input, RoutingTable table) => rule.Destination switch
    {
        DestinationKind.Queue => table.Queue(rule.Target) is null ? new(ReasonCode.QueueUnknown, RoutingFact.Text(rule.Target ?? "")) : null,
        DestinationKind.Provider or DestinationKind.IndirectProvider when Leaks(rule, input) => new(ReasonCode.FraudStaysInside, RoutingFact.Text(rule.Name)),
        DestinationKind.Provider => Obstacle(table.Provider(rule.Target), rule.Target, input),
        DestinationKind.IndirectProvider => table.IndirectProvider is null ? new(ReasonCode.NoIndirectProvider) : null,
        _ => null,
    };

    private static RoutingReason? Obstacle(SupportProvider? provider, string? id, RoutingInput input) => provider switch
    {
        not { IsReachable: true } => new(ReasonCode.ProviderUnavailable, RoutingFact.Text(provider?.Name ?? id ?? "")),
        _ when !provider.Speaks(input.Language) => new(ReasonCode.ProviderLacksLanguage, RoutingFact.Text(provider.Name), RoutingFact.Language(input.Language)),
        _ => null,
    };

    /// <summary>Who may be a victim or a suspect is told to no other company because a rule forgot about fraud.</summary>
    private static bool Leaks(RoutingRule rule, RoutingInput input) =>
        input.Classification is Classification.Fraud && rule.Classification is not Classification.Fraud;
}
