namespace BillingBot.Knowledge.Support.Routing;

/// <summary>What a case is about, as plans and boundaries of support distinguish it.</summary>
public enum SupportProduct
{
    Azure,
    Microsoft365,
    Dynamics365,

    /// <summary>Software that the customer runs itself.</summary>
    OnPremises,

    /// <summary>A product of another publisher, bought on Microsoft's marketplace.</summary>
    Marketplace,
}
