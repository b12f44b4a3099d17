namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Who is to solve a case.</summary>
public enum DestinationKind
{
    /// <summary>A queue of the partner's own.</summary>
    Queue,

    /// <summary>A support provider that works for the partner, or whose support it resells.</summary>
    Provider,

    /// <summary>The provider through which an indirect reseller buys.</summary>
    IndirectProvider,
    Microsoft,
}
