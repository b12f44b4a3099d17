namespace BillingBot.Knowledge.Support.Routing;

/// <summary>How the partner buys in the Cloud Solution Provider programme.</summary>
public enum PartnerModel
{
    /// <summary>From Microsoft.</summary>
    DirectBill,

    /// <summary>From an indirect provider, who alone deals with Microsoft.</summary>
    IndirectReseller,
}
