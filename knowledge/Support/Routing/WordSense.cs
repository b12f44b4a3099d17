namespace BillingBot.Knowledge.Support.Routing;

/// <summary>What a word of the customer's speaks for.</summary>
public enum WordSense
{
    Commercial,
    Technical,
    Fraud,

    /// <summary>A bill is contested; commercial.</summary>
    Dispute,

    /// <summary>Bought from Microsoft, not from the partner.</summary>
    BoughtDirect,
    AskedForMicrosoft,
    Azure,
    Microsoft365,
    Dynamics365,
    OnPremises,
    Marketplace,
}
