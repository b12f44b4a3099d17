using System.Globalization;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>What of a request waits for staff. Every key begins with the request's number.</summary>
internal static class SuspensionTasks
{
    public static string Key(long requestId, string what) => string.Create(CultureInfo.InvariantCulture, $"{requestId}:{what}");

    public static async Task OpenOnceAsync(
        BillingDb db, SuspensionRequest request, string what, string subject, string? detail, Instant now, CancellationToken cancellationToken)
    {
        var key = Key(request.Id, what);
        if (!await db.StaffTasks.AnyAsync(task => task.Kind == StaffTaskKind.Suspension && task.DedupeKey == key, cancellationToken))
        {
            db.Add(new StaffTask
            {
                Kind = StaffTaskKind.Suspension,
                CustomerId = request.CustomerId,
                Subject = subject,
                Detail = detail,
                DedupeKey = key,
                CreatedAt = now,
            });
        }
    }

    /// <summary>Closes what is open of the request.</summary>
    public static Task CloseAsync(BillingDb db, long requestId, string by, Instant now, CancellationToken cancellationToken) =>
        StaffTasks.CloseAllAsync(db, StaffTaskKind.Suspension, Key(requestId, ""), by, now, cancellationToken);
}
