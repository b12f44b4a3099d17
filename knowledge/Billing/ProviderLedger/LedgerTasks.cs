using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Billing.ProviderLedger;

/// <summary>What of Microsoft's invoices waits for staff. Every key begins with the invoice's number.</summary>
internal static class LedgerTasks
{
    public static string Key(string number, string what) => $"{number}:{what}";

    /// <summary>Closes what is open of the invoice.</summary>
    public static async Task CloseAsync(BillingDb db, string number, string by, Instant now, CancellationToken cancellationToken)
    {
        var prefix = Key(number, "");
        var open = await db.StaffTasks.AsTracking()
            .Where(task => task.Kind == StaffTaskKind.ProviderInvoice && task.DoneAt == null && task.DedupeKey!.StartsWith(prefix))
            .ToListAsync(cancellationToken);
        open.ForEach(task => (task.DoneAt, task.DoneBy) = (now, by));
    }
}
