namespace BillingBot.Knowledge.Billing;

/// <summary>As the provider reports it.</summary>
public enum SubscriptionStatus
{
    Active,
    Suspended,
    Expired,
    Cancelled,
}
