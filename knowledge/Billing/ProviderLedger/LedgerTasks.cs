using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using NodaTime;

namespace BillingBot.Knowledge.Billing.ProviderLedger;

/// <summary>What of Microsoft's invoices waits for staff. Every key begins with the invoice's number.</summary>
internal static class LedgerTasks
{
    public static string Key(string number, string what) => $"{number}:{what}";

    /// <summary>Closes what is open of the invoice.</summary>
    public static Task CloseAsync(BillingDb db, string number, string by, Instant now, CancellationToken cancellationToken) =>
        StaffTasks.CloseAllAsync(db, StaffTaskKind.ProviderInvoice, Key(number, ""), by, now, cancellationToken);
}
