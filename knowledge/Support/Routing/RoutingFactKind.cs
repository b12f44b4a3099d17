namespace BillingBot.Knowledge.Support.Routing;

/// <summary>How a fact's value is said.</summary>
public enum RoutingFactKind
{
    /// <summary>As it is.</summary>
    Text,
    Product,
    Tier,
    Step,
    Finding,
    Language,

    /// <summary>ISO 8601.</summary>
    Date,
}
