namespace BillingBot.Knowledge.Support.Routing;

/// <summary>What became of one rule, for whoever tries rules out.</summary>
/// <param name="Failed">The conditions that do not hold.</param>
/// <param name="Why">Why it was passed over; null when it was not.</param>
public sealed record RuleVerdict(RoutingRule Rule, RuleResult Result, IReadOnlyList<RuleCondition> Failed, RoutingReason? Why);
