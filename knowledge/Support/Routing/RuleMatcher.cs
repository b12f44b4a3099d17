namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Holds a rule against a case. A condition on something that is not known does not hold.</summary>
internal static class RuleMatcher
{
    public static IReadOnlyList<RuleCondition> Failed(RoutingRule rule, RoutingInput input, RoutingTable table) =>
        [.. Conditions(rule, input, table).Where(condition => !condition.Holds).Select(condition => condition.Condition)];

    private static IEnumerable<(RuleCondition Condition, bool Holds)> Conditions(RoutingRule rule, RoutingInput input, RoutingTable table) =>
    [
        (RuleCondition.Classification, rule.Classification is null || rule.Classification == input.Classification),
        (RuleCondition.Product, rule.Product is null || rule.Product == input.Product),
        (RuleCondition.Customer, Same(rule.CustomerId, input.CustomerId)),
        (RuleCondition.CustomerGroup, Same(rule.CustomerGroup, input.CustomerGroup)),
        (RuleCondition.Plan, Same(rule.Plan, input.Plan)),
        (RuleCondition.Language, Same(rule.Language, input.Language)),
        (RuleCondition.Hours, rule.Hours switch
        {
            null => true,
            OpeningCondition.DuringHours => input.IsOpen is true,
            _ => input.IsOpen is false,
        }),
        (RuleCondition.Model, rule.Model is null || rule.Model == table.Model),
        (RuleCondition.Urgency, rule.AtLeast is null || input.Urgency >= rule.AtLeast),
    ];

    private static bool Same(string? wanted, string? actual) => wanted is null || wanted.Equals(actual, StringComparison.OrdinalIgnoreCase);
}
