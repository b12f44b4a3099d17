using BillingBot.Knowledge.Support.Routing;
using BillingBot.Routing;

namespace BillingBot.Console.Routing;

/// <summary>Says a rule as one would tell it to a colleague.</summary>
internal sealed class RuleWords(Words<RuleWords> say, RoutingWords routing, StaffLanguage spoken)
{
    /// <param name="customers">Names by key.</param>
    /// <returns>Empty when it matches every case.</returns>
    public IReadOnlyList<(RuleCondition Condition, string Text)> Conditions(RoutingRule rule, IReadOnlyDictionary<string, string> customers) =>
        [.. Enum.GetValues<RuleCondition>().Select(condition => (condition, Text: Text(rule, condition, customers)!)).Where(part => part.Text is not null)];

    public string When(RoutingRule rule, IReadOnlyDictionary<string, string> customers) =>
        Conditions(rule, customers) is { Count: > 0 } conditions ? string.Join(say["And"], conditions.Select(part => part.Text)) : say["Always"];

    public string Goes(RoutingRule rule, RoutingTable table)
    {
        var to = rule.Destination switch
        {
            DestinationKind.Microsoft => say["ToMicrosoft"],
            DestinationKind.IndirectProvider when table.IndirectProvider is null => say["ToIndirectProvider"],
            DestinationKind.IndirectProvider => routing.Of(new(rule.Destination, table.IndirectProvider!.Id), table, spoken.Now),
            _ => routing.Of(new(rule.Destination, rule.Target ?? ""), table, spoken.Now),
        };
        return rule.KeepIn is { } queue ? say["Kept", to, table.Queue(queue)?.NameIn(spoken.Now.Code) ?? queue] : to;
    }

    private string? Text(RoutingRule rule, RuleCondition condition, IReadOnlyDictionary<string, string> customers) => condition switch
    {
        RuleCondition.Classification => rule.Classification is { } classification ? say[$"Classification.{classification}"] : null,
        RuleCondition.Product => rule.Product is { } product ? say["Product", routing.Of(product, spoken.Now)] : null,
        RuleCondition.Customer => rule.CustomerId is { } customer ? say["Customer", customers.GetValueOrDefault(customer, customer)] : null,
        RuleCondition.CustomerGroup => rule.CustomerGroup is { } group ? say["CustomerGroup", group] : null,
        RuleCondition.Plan => rule.Plan is { } plan ? say["Plan", plan] : null,
        RuleCondition.Language => rule.Language is { } language ? say["Language", routing.LanguageName(language, spoken.Now)] : null,
        RuleCondition.Hours => rule.Hours is { } hours ? say[$"Hours.{hours}"] : null,
        RuleCondition.Model => rule.Model is { } model ? say[$"Model.{model}"] : null,
        _ => rule.AtLeast is { } urgency ? say["Urgency", routing.Of(urgency, spoken.Now)] : null,
    };
}
