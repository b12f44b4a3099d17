using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Opens a dispute and tells staff; where one is open already, the words are added to it.</summary>
/// <param name="Invoice">An invoice of the person's own customer.</param>
/// <param name="PersonId">Who disputes.</param>
/// <param name="Words">What is wrong, in the customer's words.</param>
public sealed record DisputeEffect(Invoice Invoice, string PersonId, string Words) : IEffect
{
    private const int LongestReason = 8_000;

    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var all = await db.Set<Dispute>().AsTracking().Where(other => other.InvoiceId == Invoice.Id).ToListAsync(cancellationToken);
        var open = all.Find(other => other.ClosedAt is null);
        if (open is null)
        {
            db.AddRange(
                new Dispute { InvoiceId = Invoice.Id, PersonId = PersonId, OpenedAt = now, Reason = Words },
                new StaffTask
                {
                    Kind = StaffTaskKind.Dispute,
                    CustomerId = Invoice.CustomerId,
                    Subject = $"{Invoice.Number} is disputed",
                    Detail = Words,
                    DedupeKey = CollectionsTaskKeys.OfDispute(Invoice.Number, all.Count + 1),
                    CreatedAt = now,
                });
        }
        else
        {
            open.Reason = Joined(open.Reason);
            var task = await db.StaffTasks.AsTracking().SingleOrDefaultAsync(
                other => other.Kind == StaffTaskKind.Dispute && other.DedupeKey == CollectionsTaskKeys.OfDispute(Invoice.Number, all.Count), cancellationToken);
            task?.Detail = open.Reason;
        }

        db.Add(new AuditEntry
        {
            At = now,
            Actor = $"person:{PersonId}",
            Action = open is null ? "dispute.opened" : "dispute.added",
            Subject = $"invoice:{Invoice.Number}",
            CustomerId = Invoice.CustomerId,
        });
    }

    private string Joined(string? before)
    {
        var joined = string.Join('\n', new[] { before, Words }.OfType<string>());
        return joined.Length > LongestReason ? joined[..LongestReason] : joined;
    }
}
