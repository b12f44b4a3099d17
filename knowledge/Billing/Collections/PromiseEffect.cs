using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Records a promise to pay, once, and tells staff; what they were told of an earlier one is done with.</summary>
/// <param name="Invoice">An invoice of the person's own customer.</param>
/// <param name="PersonId">Who promises.</param>
/// <param name="Day">The promised day.</param>
public sealed record PromiseEffect(Invoice Invoice, string PersonId, LocalDate Day) : IEffect
{
    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var day = LocalDatePattern.Iso.Format(Day);
        var made = await db.Set<PaymentPromise>().AsTracking().Where(other => other.InvoiceId == Invoice.Id).ToListAsync(cancellationToken);
        var inForce = made.FindAll(other => other.WithdrawnAt is null);
        if (inForce.Exists(other => other.PromisedOn == Day) && inForce.Count == 1)
        {
            return;
        }

        // Who says another day means that day only; the clock must not wait for a later one that was taken back.
        inForce.ForEach(other => other.WithdrawnAt = now);
        var promise = new PaymentPromise { InvoiceId = Invoice.Id, PersonId = PersonId, MadeAt = now, PromisedOn = Day };
        var earlier = made.Count;
        await StaffTasks.CloseAllAsync(
            db, StaffTaskKind.PaymentPromise, CollectionsTaskKeys.Of(Invoice.Number), "bot", now, cancellationToken);
        var name = await db.People.Where(person => person.Id == PersonId).Select(person => person.Name).SingleOrDefaultAsync(cancellationToken);
        db.AddRange(
            promise,
            new StaffTask
            {
                Kind = StaffTaskKind.PaymentPromise,
                CustomerId = Invoice.CustomerId,
                Subject = $"{Invoice.Number}: payment promised for {day}",
                Detail = $"Promise {earlier + 1} for this invoice, by {name ?? PersonId}. The collections clock stands still to the end of that day.",
                DedupeKey = CollectionsTaskKeys.OfPromise(Invoice.Number, Day, earlier),
                CreatedAt = now,
            },
            new AuditEntry
            {
                At = now,
                Actor = $"person:{PersonId}",
                Action = "payment.promised",
                Subject = $"invoice:{Invoice.Number}",
                CustomerId = Invoice.CustomerId,
                Detail = day,
            });
    }
}
