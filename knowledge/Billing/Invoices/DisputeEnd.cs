using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>Ends what is disputed of an invoice: the collections clock goes on, and nobody has to look at it any more.</summary>
internal static class DisputeEnd
{
    /// <param name="db">Saved by the caller.</param>
    /// <param name="invoice">Tracked, with its disputes.</param>
    /// <param name="action">For the audit.</param>
    /// <param name="resolution">Why it ended.</param>
    /// <param name="actor">Who ended it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>False when nothing was disputed.</returns>
    public static async Task<bool> ApplyAsync(
        BillingDb db, Invoice invoice, string action, string resolution, string actor, Instant now, CancellationToken cancellationToken)
    {
        if (invoice.Disputes.FindAll(dispute => dispute.ClosedAt is null) is not { Count: > 0 } open)
        {
            return false;
        }

        open.ForEach(dispute => (dispute.ClosedAt, dispute.Resolution) = (now, resolution));
        await StaffTasks.CloseAllAsync(db, StaffTaskKind.Dispute, CollectionsTaskKeys.Of(invoice.Number), actor, now, cancellationToken);
        db.Add(new AuditEntry
        {
            At = now,
            Actor = actor,
            Action = action,
            Subject = $"invoice:{invoice.Number}",
            CustomerId = invoice.CustomerId,
            Detail = resolution,
        });
        return true;
    }
}
