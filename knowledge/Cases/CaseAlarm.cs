using System.Globalization;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>The alarm over a case of which nobody was told: a task for staff, and a mark on the case while it is raised.</summary>
internal static class CaseAlarm
{
    public static void Raise(BillingDb db, Case known, Instant now)
    {
        known.AlarmedAt = now;
        db.Add(new StaffTask
        {
            Kind = StaffTaskKind.CaseUnseen,
            CustomerId = known.CustomerId,
            CaseId = known.Id,
            Subject = string.Create(CultureInfo.InvariantCulture, $"Case {known.Id} waits in queue {known.Queue} and nobody was told of it"),
            DedupeKey = string.Create(CultureInfo.InvariantCulture, $"{Prefix(known)}{now.ToUnixTimeMilliseconds()}"),
            CreatedAt = now,
        });
    }

    /// <summary>Somebody has seen it, or it is over; nothing where it was not raised.</summary>
    public static Task EndAsync(BillingDb db, Case known, string by, Instant now, CancellationToken cancellationToken)
    {
        if (known.AlarmedAt is null)
        {
            return Task.CompletedTask;
        }

        known.AlarmedAt = null;
        return StaffTasks.CloseAllAsync(db, StaffTaskKind.CaseUnseen, Prefix(known), by, now, cancellationToken);
    }

    private static string Prefix(Case known) => string.Create(CultureInfo.InvariantCulture, $"{known.Id}:");
}
