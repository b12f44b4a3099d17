namespace BillingBot.Knowledge.Billing;

/// <summary>What was bought; each kind has its own rules for cancelling and refunds.</summary>
public enum SubscriptionKind
{
    License,
    AzurePlan,
    Reservation,
    SoftwareSubscription,
    PerpetualSoftware,
    MarketplaceSaas,
    BusinessCentral,
}
