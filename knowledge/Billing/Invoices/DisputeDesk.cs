using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>Staff settle disputes.</summary>
public sealed class DisputeDesk(DbWriter writer, IClock clock)
{
    /// <returns>The invoice's number as printed; null when there is no such invoice, or nothing is disputed.</returns>
    public Task<string?> CloseAsync(string invoiceNumber, string resolution, StaffMember by, CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            var key = InvoiceNumbers.Key(invoiceNumber);
            var spelled = await db.Invoices.AsTracking().Include(known => known.Disputes).Where(known => known.NumberKey == key).ToListAsync(token);

            // Two customers may have numbers that differ in spelling only: then it must be spelled.
            var invoice = spelled.Find(known => known.Number == invoiceNumber) ?? (spelled is [var one] ? one : null);
            if (invoice?.Disputes.FindAll(dispute => dispute.ClosedAt is null) is not { Count: > 0 } open)
            {
                return null;
            }

            var now = clock.GetCurrentInstant();
            open.ForEach(dispute => (dispute.ClosedAt, dispute.Resolution) = (now, resolution));
            var prefix = $"{invoice.Number}:";
            var tasks = await db.StaffTasks.AsTracking()
                .Where(task => task.Kind == StaffTaskKind.Dispute && task.DoneAt == null && task.DedupeKey!.StartsWith(prefix)).ToListAsync(token);
            tasks.ForEach(task => (task.DoneAt, task.DoneBy) = (now, by.Actor));
            db.Add(new AuditEntry
            {
                At = now,
                Actor = by.Actor,
                Action = "dispute.closed",
                Subject = $"invoice:{invoice.Number}",
                CustomerId = invoice.CustomerId,
                Detail = resolution,
            });
            await db.SaveChangesAsync(token);
            return invoice.Number;
        },
        cancellationToken);
}
