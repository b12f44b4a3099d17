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
            if (invoice is null
                || !await DisputeEnd.ApplyAsync(db, invoice, "dispute.closed", resolution, by.Actor, clock.GetCurrentInstant(), token))
            {
                return null;
            }

            await db.SaveChangesAsync(token);
            return invoice.Number;
        },
        cancellationToken);
}
