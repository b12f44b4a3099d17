namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Where the customer is better helped than with the partner, which stays at their side.</summary>
public enum Referral
{
    None,

    /// <summary>The support of the product's publisher.</summary>
    Publisher,

    /// <summary>The portal of the product that was bought from Microsoft directly.</summary>
    ProductPortal,
}
