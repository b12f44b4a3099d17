using System.Globalization;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Staff;

/// <summary>Closes what waited for staff.</summary>
public static class StaffTasks
{
    /// <param name="db">Of the caller's transaction.</param>
    /// <param name="id">The task's number.</param>
    /// <param name="by">As the audit names them.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>False when there is no such open task.</returns>
    public static async Task<bool> CloseAsync(BillingDb db, long id, string by, Instant now, CancellationToken cancellationToken)
    {
        if (await db.StaffTasks.AsTracking().SingleOrDefaultAsync(known => known.Id == id && known.DoneAt == null, cancellationToken) is not { } task)
        {
            return false;
        }

        (task.DoneAt, task.DoneBy) = (now, by);
        db.Add(new AuditEntry
        {
            At = now,
            Actor = by,
            Action = "task.done",
            Subject = string.Create(CultureInfo.InvariantCulture, $"task:{id}"),
            CustomerId = task.CustomerId,
            Detail = task.Subject,
        });
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Closes what is open of one thing, in the caller's transaction.</summary>
    /// <param name="prefix">The tasks' keys begin with it.</param>
    internal static async Task CloseAllAsync(
        BillingDb db, StaffTaskKind kind, string prefix, string by, Instant now, CancellationToken cancellationToken)
    {
        var open = await db.StaffTasks.AsTracking()
            .Where(task => task.Kind == kind && task.DoneAt == null && task.DedupeKey!.StartsWith(prefix)).ToListAsync(cancellationToken);
        open.ForEach(task => (task.DoneAt, task.DoneBy) = (now, by));
    }
}
