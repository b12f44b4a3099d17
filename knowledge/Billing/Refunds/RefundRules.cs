using System.Collections.Frozen;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Refunds;

/// <summary>The rules for cancelling and giving back, as data.</summary>
public static class RefundRules
{
    private const string Policy = "Microsoft Learn, Partner Center: New commerce cancellation policy";

    /// <summary>In 2022 the window for licences was raised from 72 hours to 7 days; in this year both occur.</summary>
    private static readonly LocalDate SevenDaysFrom = new(2023, 1, 1);

    private static readonly FrozenDictionary<RefundCase, RefundRule> Rules = new RefundRule[]
    {
        new(RefundCase.License, 7, null, RefundGiven.UnusedDays, Policy, SevenDaysFrom),
        new(RefundCase.AddedSeats, 7, null, RefundGiven.UnusedDays, "Microsoft Learn, Partner Center: Create a new subscription", SevenDaysFrom),
        new(RefundCase.SoftwareSubscription, 7, null, RefundGiven.UnusedDays, Policy, SevenDaysFrom),
        new(RefundCase.BusinessCentral, 7, null, RefundGiven.UnusedDays, Policy, SevenDaysFrom),
        new(RefundCase.PerpetualSoftware, 30, null, RefundGiven.Everything, Policy),
        new(RefundCase.MarketplaceSaas, null, 72, RefundGiven.EverythingButMetered, Policy),
        new(RefundCase.LegacyLicense, null, null, RefundGiven.FirstMonthElseUnusedDays, "Microsoft documentation for partners: License-based billing"),
        new(RefundCase.LegacySeats, null, null, RefundGiven.UnusedDays, "Microsoft documentation for partners: License-based billing"),
        new(RefundCase.AzurePlan, null, null, RefundGiven.Nothing, "Microsoft documentation for partners: Azure plan billing"),
        new(RefundCase.Reservation, null, null, RefundGiven.StaffReckon, "Microsoft Azure documentation: Exchange and refund Azure reservations"),
    }.ToFrozenDictionary(rule => rule.Case);

    public static RefundRule For(RefundCase refundCase) => Rules[refundCase];
}
