using BillingBot.Knowledge.Cases;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>
/// Decides where a case goes. First the facts that go before every rule (bought from Microsoft, another publisher's product),
/// then the partner's rules in order, then, where a rule or staff want it outside the house, the <see cref="UpstreamGate"/>.
/// </summary>
public static class RoutingEngine
{
    public static RoutingDecision Decide(RoutingInput input, RoutingTable table) => Try(input, table).Decision;

    /// <summary>The decision, and what became of each rule.</summary>
    public static RoutingTrial Try(RoutingInput input, RoutingTable table)
    {
        var reasons = new List<RoutingReason>();
        if (input.AskedForMicrosoft)
        {
            reasons.Add(new(ReasonCode.CustomerCannotFile));
        }

        var usual = table.DefaultQueue(input.Classification);
        if (Referred(input) is { } referred)
        {
            reasons.Add(new(referred.Why));
            var stays = new RoutingDecision(Destination.Queue(usual), usual, reasons) { Referral = referred.To };
            return new(stays, [.. table.Rules.Select(rule => Verdict(rule, input, table, decided: true))]);
        }

        var verdicts = new List<RuleVerdict>();
        RoutingRule? match = null;
        foreach (var rule in table.Rules)
        {
            var verdict = Verdict(rule, input, table, match is not null);
            verdicts.Add(verdict);
            if (verdict.Why is { } why)
            {
                reasons.Add(why);
            }

            match ??= verdict.Result is RuleResult.Matched ? rule : null;
        }

        reasons.Add(match is null ? new(ReasonCode.NoRule) : new(ReasonCode.ByRule, RoutingFact.Text(match.Name)));
        var keeps = (match?.Destination is DestinationKind.Queue ? match.Target : table.Queue(match?.KeepIn)?.Id) ?? usual;
        var destination = Settle(input, table, match, keeps, reasons);
        return new(new(destination, keeps, reasons) { RuleId = match?.Id }, verdicts);
    }

    private static Destination Settle(RoutingInput input, RoutingTable table, RoutingRule? match, string keeps, List<RoutingReason> reasons)
    {
        if (input.IsEscalation || match?.Destination is DestinationKind.Microsoft)
        {
            return UpstreamGate.Pass(input, table, reasons) ?? Destination.Queue(keeps);
        }

        var provider = match?.Destination switch
        {
            DestinationKind.Provider => table.Provider(match.Target),
            DestinationKind.IndirectProvider => table.IndirectProvider,
            _ => null,
        };
        if (provider is null)
        {
            reasons.AddRange(OwnQueue.Reasons(input));
            return Destination.Queue(keeps);
        }

        reasons.Add(new(ReasonCode.ProviderTakes, RoutingFact.Text(provider.Name)));
        return new(match!.Destination, provider.Id);
    }

    private static (ReasonCode Why, Referral To)? Referred(RoutingInput input) => input switch
    {
        { IsBoughtDirect: true } => (ReasonCode.BoughtDirect, Referral.ProductPortal),
        { Product: SupportProduct.Marketplace, Classification: Classification.Technical, Diagnosis.Finding: not Finding.CommerceSystem } =>
            (ReasonCode.MarketplacePublisher, Referral.Publisher),
        _ => null,
    };

    private static RuleVerdict Verdict(RoutingRule rule, RoutingInput input, RoutingTable table, bool decided)
    {
        var failed = RuleMatcher.Failed(rule, input, table);
        var why = !rule.Enabled || failed.Count > 0 || decided ? null : RuleTargets.Obstacle(rule, input, table);
        var result = true switch
        {
            _ when !rule.Enabled => RuleResult.SwitchedOff,
            _ when failed.Count > 0 => RuleResult.NotMatched,
            _ when decided => RuleResult.NotReached,
            _ => why is null ? RuleResult.Matched : RuleResult.PassedOver,
        };
        return new(rule, result, failed, why);
    }
}
