using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;
using Columns = BillingBot.Knowledge.Billing.Import.SubscriptionSheet;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Subscriptions, one row each. What the file does not say is not known afterwards.</summary>
internal sealed class SubscriptionImport : RecordImport<Subscription>
{
    private const int LongestId = 100;

    public override ImportKind Kind => ImportKind.Subscriptions;
    public override Sheet Sheet => Columns.Sheet;
    public override string Noun => "subscription";
    public override Column Key => Columns.Id;
    public override Column? Customer => Columns.Customer;

    public override Subscription? Read(IReadOnlyList<CsvRow> rows, string customerId, ImportNotes notes)
    {
        var cells = new Cells(rows[0], notes);
        var read = new Subscription
        {
            Id = cells.Text(Columns.Id, LongestId) ?? "",
            CustomerId = customerId,
            ProductName = cells.Text(Columns.ProductName) ?? "",
            Product = cells.Choice<Product>(Columns.Product) ?? default,
            Kind = cells.Choice<SubscriptionKind>(Columns.Kind) ?? default,
            Era = cells.Choice<PlatformEra>(Columns.Era) ?? PlatformEra.Any,
            Term = Duration(cells, Columns.Term),
            BillingCycle = Duration(cells, Columns.BillingCycle),
            Seats = cells.Whole(Columns.Seats) ?? 0,
            TermStartedAt = cells.Moment(Columns.TermStarted),
            RenewsOn = cells.Date(Columns.Renews),
            Status = cells.Choice<SubscriptionStatus>(Columns.Status) ?? SubscriptionStatus.Active,
        };
        return cells.Failed ? null : read;
    }

    public override async Task<IReadOnlyList<Standing>> CompareAsync(
        BillingDb db, IReadOnlyList<Found<Subscription>> batch, ImportNotes notes, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(db.Subscriptions, batch.Select(found => found.Record), cancellationToken);
        return [.. batch.Select(found => Stand(found, known.GetValueOrDefault(found.Record.Id), notes))];
    }

    public override async Task AddAsync(BillingDb db, IEnumerable<Subscription> records, CancellationToken cancellationToken)
    {
        await using var subscriptions = new PreparedInsert<Subscription>(db);
        foreach (var record in records)
        {
            await subscriptions.AddAsync(record, cancellationToken);
        }
    }

    public override async Task UpdateAsync(BillingDb db, IReadOnlyList<Subscription> records, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(db.Subscriptions.AsTracking(), records, cancellationToken);
        foreach (var record in records)
        {
            if (!known.TryGetValue(record.Id, out var subscription) || subscription.CustomerId != record.CustomerId)
            {
                throw new ConcurrentChangeException();
            }

            db.Entry(subscription).CurrentValues.SetValues(record);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public override (string Subject, string? CustomerId) Name(Subscription record) => ($"subscription:{record.Id}", record.CustomerId);

    private static Task<Dictionary<string, Subscription>> KnownAsync(
        IQueryable<Subscription> all, IEnumerable<Subscription> records, CancellationToken cancellationToken)
    {
        var ids = records.Select(record => record.Id).ToList();
        return all.Where(subscription => ids.Contains(subscription.Id)).ToDictionaryAsync(subscription => subscription.Id, cancellationToken);
    }

    private static Standing Stand(Found<Subscription> found, Subscription? known, ImportNotes notes)
    {
        if (known is null)
        {
            return Standing.New;
        }

        if (known.CustomerId != found.Record.CustomerId)
        {
            new Cells(found.Row, notes).Reject(Columns.Id, "Another customer has this subscription.", "Check id and customer.");
            return Standing.Refused;
        }

        return Content(known).Equals(Content(found.Record)) ? Standing.Unchanged : Standing.Changed;
    }

    private static object Content(Subscription subscription) => (
        subscription.ProductName, subscription.Product, subscription.Kind, subscription.Era, subscription.Term, subscription.BillingCycle,
        subscription.Seats, subscription.TermStartedAt, subscription.RenewsOn, subscription.Status);

    private static string? Duration(Cells cells, Column column) => cells.Text(column) is not { } text ? null
        : PeriodPattern.NormalizingIso.Parse(text).Success ? text
        : cells.Reject<string>(column, "This is not an ISO 8601 duration.", "Write P1M for a month, P1Y for a year, P3Y for three.");
}
