namespace BillingBot.Knowledge.Support.Routing;

/// <summary>One step of a decision.</summary>
/// <param name="Facts">What it rests on, in the order of the sentence that says it.</param>
public sealed record RoutingReason(ReasonCode Code, params IReadOnlyList<RoutingFact> Facts);
