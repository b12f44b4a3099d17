using System.Globalization;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using NodaTime;

namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>What of requests to Microsoft waits for staff. Every key begins with the request's id.</summary>
internal static class EscalationTasks
{
    public static string Key(long id, string what) => string.Create(CultureInfo.InvariantCulture, $"{id}:{what}");

    /// <summary>Closes what is open of the request.</summary>
    public static Task CloseAsync(BillingDb db, long id, string by, Instant now, CancellationToken cancellationToken) =>
        StaffTasks.CloseAllAsync(db, StaffTaskKind.Escalation, Key(id, ""), by, now, cancellationToken);
}
