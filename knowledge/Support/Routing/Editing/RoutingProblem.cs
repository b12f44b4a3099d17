namespace BillingBot.Knowledge.Support.Routing.Editing;

/// <summary>What is wrong with something that staff entered.</summary>
/// <param name="Field">Name of the property.</param>
/// <param name="Value">As entered; untrusted. Empty for a secret.</param>
public sealed record RoutingProblem(string Field, RoutingProblemCode Code, string Value = "");
