using System.Globalization;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>What of requests to Microsoft waits for staff. Every key begins with the request's id.</summary>
internal static class EscalationTasks
{
    public static string Key(long id, string what) => string.Create(CultureInfo.InvariantCulture, $"{id}:{what}");

    /// <summary>Closes what is open of the request.</summary>
    public static async Task CloseAsync(BillingDb db, long id, string by, Instant now, CancellationToken cancellationToken)
    {
        var prefix = Key(id, "");
        var open = await db.StaffTasks.AsTracking()
            .Where(task => task.Kind == StaffTaskKind.Escalation && task.DoneAt == null && task.DedupeKey!.StartsWith(prefix))
            .ToListAsync(cancellationToken);
        open.ForEach(task => (task.DoneAt, task.DoneBy) = (now, by));
    }
}
