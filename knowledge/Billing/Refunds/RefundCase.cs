namespace BillingBot.Knowledge.Billing.Refunds;

/// <summary>What somebody wants to give back; each case has a rule of its own: <see cref="RefundRules"/>.</summary>
public enum RefundCase
{
    License,

    /// <summary>Some seats of a licence subscription.</summary>
    AddedSeats,
    LegacyLicense,

    /// <summary>Some seats of a licence subscription on the legacy platform.</summary>
    LegacySeats,
    SoftwareSubscription,
    PerpetualSoftware,
    MarketplaceSaas,
    BusinessCentral,
    AzurePlan,
    Reservation,
}
