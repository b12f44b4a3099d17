using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>
/// Looks whether what was unpaid has been paid: then a request that nobody has approved is withdrawn, a suspension that
/// waits for a hand is told to wait no longer, and for one that is in force staff are advised to take it back.
/// </summary>
public sealed class SuspensionSweep(DbWriter writer, SuspensionGuard guard, IClock clock)
{
    public Task<int> RunAsync(CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            var now = clock.GetCurrentInstant();
            await WithdrawAsync(db, now, token);
            await AdviseAsync(db, now, token);
            return await db.SaveChangesAsync(token);
        },
        cancellationToken);

    private async Task WithdrawAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var waiting = await db.Suspensions.AsTracking()
            .Where(request => request.Kind == SuspensionKind.Suspend
                && (request.State == SuspensionState.Requested || request.State == SuspensionState.NeedsHand))
            .ToListAsync(cancellationToken);
        foreach (var request in waiting)
        {
            var subscription = await db.Subscriptions.Include(known => known.Customer)
                .SingleAsync(known => known.Id == request.SubscriptionId, cancellationToken);
            if (await guard.CheckAsync(db, request.Kind, subscription, request.InvoiceNumbers, now, cancellationToken) is not SuspensionCheck.Settled settled)
            {
                continue;
            }

            if (request.State is SuspensionState.Requested)
            {
                request.Answer = settled.Reason;
                await SuspensionJournal.MoveAsync(
                    db, request, SuspensionState.Withdrawn, SuspensionJournal.Bot, settled.Reason, now, cancellationToken);
            }
            else
            {
                await SuspensionTasks.OpenOnceAsync(
                    db, request, "paid", $"{request.SubscriptionId} of {request.CustomerId} was paid: do not suspend it any more",
                    $"{settled.Reason} If it is not suspended yet: suspension withdraw {request.Id}. If it is: suspension confirm {request.Id}, then have it reactivated.",
                    now, cancellationToken);
            }
        }
    }

    private static async Task AdviseAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var suspended = await db.Subscriptions.Include(known => known.Customer)
            .Where(known => known.Status == SubscriptionStatus.Suspended
                && !db.Suspensions.Any(request => request.SubscriptionId == known.Id && SuspensionMoves.Open.Contains(request.State)))
            .ToListAsync(cancellationToken);
        foreach (var subscription in suspended)
        {
            if (await SuspensionDesk.LastSuspensionAsync(db, subscription.Id, cancellationToken) is { } request
                && await AreSettledAsync(db, request, subscription.Customer!, now, cancellationToken))
            {
                await SuspensionTasks.OpenOnceAsync(
                    db, request, "reactivate", $"{subscription.ProductName} of {request.CustomerId} is paid and still suspended",
                    $"{string.Join(", ", request.InvoiceNumbers)} are settled. To give access back: suspension reactivate --subscription {subscription.Id} --reason ...",
                    now, cancellationToken);
            }
        }
    }

    private static async Task<bool> AreSettledAsync(
        BillingDb db, SuspensionRequest request, Customer customer, Instant now, CancellationToken cancellationToken)
    {
        var today = now.InZone(DateTimeZoneProviders.Tzdb[customer.TimeZone]).Date;
        var invoices = await Receivables.Whole(db.Invoices)
            .Where(invoice => invoice.CustomerId == request.CustomerId && request.InvoiceNumbers.Contains(invoice.Number))
            .ToListAsync(cancellationToken);
        return invoices.TrueForAll(invoice => !new InvoiceAccount(invoice, today).IsUnpaid);
    }
}
