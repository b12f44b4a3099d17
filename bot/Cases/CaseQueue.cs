using System.Globalization;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>Lists cases for staff.</summary>
internal sealed class CaseQueue(IDbContextFactory<BillingDb> factory, SlaClock sla, IClock clock)
{
    public const int MostRows = 200;

    public async Task<CaseListing> ReadAsync(StaffUser by, CaseFilter filter, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return new CaseListing.Forbidden(StaffRole.Agent);
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var found = Filtered(db, InScope(db.Cases, filter, by), filter);
        var rows = await Ordered(found, filter.Scope)
            .Take(Math.Clamp(filter.Take, 1, MostRows))
            .Select(known => new
            {
                Case = known,
                Customer = db.Customers.FirstOrDefault(customer => customer.Id == known.CustomerId),
                Person = db.People.Where(person => person.Id == known.PersonId).Select(person => person.Name).FirstOrDefault(),
            })
            .ToListAsync(cancellationToken);
        var openedAt = OpenedAt(now);
        return new CaseListing.Shown(
            [.. rows.Select(row => Row(row.Case, row.Customer?.Name, row.Customer?.SupportPlan, row.Person, openedAt, now))],
            filter.WithCounts ? await found.CountAsync(cancellationToken) : rows.Count,
            filter.WithCounts ? await CountsAsync(db, by, cancellationToken) : new());
    }

    private CaseRow Row(Case known, string? customer, string? plan, string? person, Instant? openedAt, Instant now)
    {
        var since = known switch
        {
            { ResolvedAt: { } end } => end,
            { Status: CaseStatus.AwaitingCustomer, LastStaffAt: { } said } => said,
            _ => known.SlaRunningSince ?? known.CreatedAt,
        };
        return new(known, customer, person, since, known.Status == CaseStatus.Waiting && since < openedAt, sla.Position(known, plan, now));
    }

    /// <summary>When the partner opened today; null where it is always open, or closed now.</summary>
    private Instant? OpenedAt(Instant now) =>
        sla.Plan(null) is { Calendar: { IsAlwaysOpen: false } calendar }
        && calendar.PeriodsOn(now.InZone(calendar.Zone).Date).Select(period => (Instant?)period.Start).FirstOrDefault() is { } opened
        && opened <= now
            ? opened
            : null;

    private static IQueryable<Case> InScope(IQueryable<Case> cases, CaseFilter filter, StaffUser by) => filter.Scope switch
    {
        _ when !string.IsNullOrWhiteSpace(filter.Search) && filter.Scope == CaseScope.Open => cases,
        CaseScope.Mine => cases.Where(known => known.OwnerId == by.Id && known.Status != CaseStatus.Resolved),
        CaseScope.Unclaimed => cases.Where(known => known.Status == CaseStatus.Waiting),
        CaseScope.AwaitingCustomer => cases.Where(known => known.Status == CaseStatus.AwaitingCustomer),
        CaseScope.Resolved => cases.Where(known => known.Status == CaseStatus.Resolved),
        _ => cases.Where(known => known.Status != CaseStatus.Resolved),
    };

    private static IQueryable<Case> Filtered(BillingDb db, IQueryable<Case> cases, CaseFilter filter)
    {
        if (filter.Classification is { } classification)
        {
            cases = cases.Where(known => known.Classification == classification);
        }

        if (filter.Queue is { Length: > 0 } queue)
        {
            cases = cases.Where(known => known.Queue == queue);
        }

        if (filter.Search?.Trim().ToLowerInvariant() is not { Length: > 0 } words)
        {
            return cases;
        }

        var number = long.TryParse(words.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : -1;
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // Becomes the database's lower().
        return cases.Where(known => known.Id == number
            || known.SenderName!.ToLower().Contains(words)
            || db.Customers.Any(customer => customer.Id == known.CustomerId && customer.Name.ToLower().Contains(words))
            || db.People.Any(person => person.Id == known.PersonId && person.Name.ToLower().Contains(words)));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }

    /// <summary>Who came before opening has waited longer than who came after it, so one order serves both.</summary>
    private static IQueryable<Case> Ordered(IQueryable<Case> cases, CaseScope scope) => scope == CaseScope.Resolved
        ? cases.OrderByDescending(known => known.ResolvedAt).ThenByDescending(known => known.Id)
        : cases
            .OrderBy(known => known.Status == CaseStatus.Resolved ? 1 : 0)
            .ThenBy(known => known.Urgency == Urgency.Critical ? 0 : known.Urgency == Urgency.High ? 1 : known.Urgency == Urgency.Normal ? 2 : 3)
            .ThenBy(known => known.SlaRunningSince ?? known.CreatedAt)
            .ThenBy(known => known.Id);

    private static async Task<Dictionary<CaseScope, int>> CountsAsync(BillingDb db, StaffUser by, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<CaseScope, int>();
        foreach (var scope in Enum.GetValues<CaseScope>())
        {
            counts[scope] = await InScope(db.Cases, new CaseFilter(scope), by).CountAsync(cancellationToken);
        }

        return counts;
    }
}
