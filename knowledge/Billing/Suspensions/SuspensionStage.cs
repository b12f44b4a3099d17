using BillingBot.Knowledge.Billing.Invoices;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>From when on an unpaid invoice allows a suspension.</summary>
internal static class SuspensionStage
{
    public static bool IsReached(InvoiceAccount account, int minimumDaysOverdue) =>
        account is { IsUnpaid: true, Invoice.DueOn: { } due } && Period.DaysBetween(due, account.Today) >= minimumDaysOverdue;
}
