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
        if (await db.Set<PaymentPromise>().AnyAsync(
            other => other.InvoiceId == Invoice.Id && other.PromisedOn == Day && other.WithdrawnAt == null, cancellationToken))
        {
            return;
        }

        var promise = new PaymentPromise { InvoiceId = Invoice.Id, PersonId = PersonId, MadeAt = now, PromisedOn = Day };
        var earlier = await db.Set<PaymentPromise>().CountAsync(other => other.InvoiceId == Invoice.Id, cancellationToken);
        await StaffTasks.CloseAllAsync(
            db, StaffTaskKind.PaymentPromise, CollectionsTaskKeys.OfPromises(Invoice.Number), "bot", now, cancellationToken);
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
