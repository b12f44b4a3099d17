namespace BillingBot.Knowledge.Support.Routing;

/// <summary>What the diagnosis of a technical case found.</summary>
public enum Finding
{
    None,

    /// <summary>The customer's own set-up: nothing for Microsoft.</summary>
    CustomerSetup,
    UndocumentedFault,
    Outage,
    Bug,
    NetworkFault,

    /// <summary>A regional fault that hits several tenants.</summary>
    RegionalFault,

    /// <summary>Microsoft's marketplace itself, for example an order that does not go through.</summary>
    CommerceSystem,

    /// <summary>None of these, but more than the partner can solve.</summary>
    BeyondUs,
}
