namespace BillingBot.Knowledge.Support.Routing;

/// <summary>What a rule may ask of a case.</summary>
public enum RuleCondition
{
    Classification,
    Product,
    Customer,
    CustomerGroup,
    Plan,
    Language,
    Hours,
    Model,
    Urgency,
}
