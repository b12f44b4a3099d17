using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Refunds;

namespace BillingBot.Skills.RefundWindow;

/// <summary>Which rule a subscription comes under.</summary>
internal static class SubscriptionCases
{
    public static RefundCase Of(Subscription subscription, bool isSeats) => (subscription.Kind, subscription.Era, isSeats) switch
    {
        (SubscriptionKind.License, PlatformEra.Legacy, true) => RefundCase.LegacySeats,
        (SubscriptionKind.License, PlatformEra.Legacy, false) => RefundCase.LegacyLicense,
        (_, _, true) => RefundCase.AddedSeats,
        (SubscriptionKind.License, _, _) => RefundCase.License,
        (SubscriptionKind.AzurePlan, _, _) => RefundCase.AzurePlan,
        (SubscriptionKind.Reservation, _, _) => RefundCase.Reservation,
        (SubscriptionKind.SoftwareSubscription, _, _) => RefundCase.SoftwareSubscription,
        (SubscriptionKind.PerpetualSoftware, _, _) => RefundCase.PerpetualSoftware,
        (SubscriptionKind.MarketplaceSaas, _, _) => RefundCase.MarketplaceSaas,
        (SubscriptionKind.BusinessCentral, _, _) => RefundCase.BusinessCentral,
        var other => throw new InvalidOperationException($"No case for {other}."),
    };

    /// <summary>Whether words that name a case can mean a subscription of a kind.</summary>
    public static bool Fits(SubscriptionKind kind, RefundCase refundCase) => refundCase switch
    {
        RefundCase.SoftwareSubscription => kind == SubscriptionKind.SoftwareSubscription,
        RefundCase.PerpetualSoftware => kind == SubscriptionKind.PerpetualSoftware,
        RefundCase.MarketplaceSaas => kind is SubscriptionKind.MarketplaceSaas or SubscriptionKind.BusinessCentral,
        RefundCase.BusinessCentral => kind == SubscriptionKind.BusinessCentral,
        RefundCase.AzurePlan => kind == SubscriptionKind.AzurePlan,
        RefundCase.Reservation => kind == SubscriptionKind.Reservation,
        _ => true,
    };
}
