using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Staff;

/// <summary>Finds what tasks are about, by their keys.</summary>
internal static class TaskMatters
{
    /// <returns>By the tasks' numbers; none for a task that is told in its stored words alone.</returns>
    public static async Task<IReadOnlyDictionary<long, TaskMatter>> ReadAsync(
        BillingDb db, IEnumerable<StaffTask> tasks, CancellationToken cancellationToken)
    {
        var matters = tasks.Select(task => (task.Id, Matter: Of(task))).Where(known => known.Matter is not null).ToDictionary(known => known.Id, known => known.Matter!);
        var numbers = matters.Values.Select(matter => matter.Invoice).Distinct(StringComparer.Ordinal).ToList();
        if (numbers.Count == 0)
        {
            return matters;
        }

        var invoices = db.Invoices.Where(invoice => numbers.Contains(invoice.Number));
        var promises = await (
            from promise in db.Set<PaymentPromise>()
            join invoice in invoices on promise.InvoiceId equals invoice.Id
            join person in db.People on promise.PersonId equals person.Id
            orderby promise.Id
            select new { invoice.Number, promise.PromisedOn, person.Name }).ToListAsync(cancellationToken);
        var disputes = (await (
            from dispute in db.Set<Dispute>()
            join invoice in invoices on dispute.InvoiceId equals invoice.Id
            orderby dispute.Id
            select new { invoice.Number, Name = db.People.Where(person => person.Id == dispute.PersonId).Select(person => person.Name).SingleOrDefault() })
            .ToListAsync(cancellationToken)).ToLookup(dispute => dispute.Number, dispute => dispute.Name, StringComparer.Ordinal);
        return matters.ToDictionary(known => known.Key, known => known.Value with
        {
            Person = known.Value is { Promised: { } day, Invoice: var number }
                ? promises.LastOrDefault(promise => promise.Number == number && promise.PromisedOn == day)?.Name
                : disputes[known.Value.Invoice].ElementAtOrDefault(known.Value.Place - 1),
        });
    }

    private static TaskMatter? Of(StaffTask task) => task.Kind switch
    {
        StaffTaskKind.Dispute when CollectionsTaskKeys.ReadDispute(task.DedupeKey) is var (invoice, place) => new(invoice, null, null, place),
        StaffTaskKind.PaymentPromise when CollectionsTaskKeys.ReadPromise(task.DedupeKey) is var (invoice, day, earlier) => new(invoice, null, day, earlier + 1),
        _ => null,
    };
}
