namespace BillingBot.Knowledge.Support.Routing;

/// <summary>A decision and what each rule had to do with it.</summary>
/// <param name="Rules">All, in order.</param>
public sealed record RoutingTrial(RoutingDecision Decision, IReadOnlyList<RuleVerdict> Rules);
