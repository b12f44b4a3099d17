namespace BillingBot.Knowledge.Support.Routing;

/// <summary>What became of a rule in one decision.</summary>
public enum RuleResult
{
    Matched,
    NotMatched,

    /// <summary>Its conditions hold, but its destination cannot take the case.</summary>
    PassedOver,
    SwitchedOff,

    /// <summary>Its conditions hold, but an earlier rule had decided, or a fact that goes before every rule.</summary>
    NotReached,
}
