using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Storage.Replicas;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>
/// Takes approved requests for execution, each by one instance at a time. The claim is on disk before the provider is
/// asked; when its holder dies it runs out, and the next one asks the provider first how things stand.
/// </summary>
public sealed class SuspensionClaims(IDbContextFactory<BillingDb> factory, DbWriter writer, SuspensionGuard guard, IClock clock, DueClock due)
{
    /// <summary>Longer than the provider's own tries take.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(10);

    /// <summary>A provider that asks for more is asked again after this.</summary>
    public static readonly Duration LongestAsked = Duration.FromHours(6);

    public async Task<IReadOnlyList<long>> DueAsync(CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await Due(db.Suspensions, await due.NowAsync(cancellationToken)).OrderBy(request => request.Id)
            .Select(request => request.Id).ToListAsync(cancellationToken);
    }

    /// <returns>Null when it is not to be carried out now: another instance has it, or its ground is gone and it was withdrawn.</returns>
    public async Task<SuspensionClaim?> ClaimAsync(long id, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.CommitAsync(
                async (db, token) =>
                {
                    var claim = await ClaimAsync(db, id, clock.GetCurrentInstant(), await due.NowAsync(token), token);
                    await db.SaveChangesAsync(token);
                    return claim;
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    private async Task<SuspensionClaim?> ClaimAsync(BillingDb db, long id, Instant now, Instant dueNow, CancellationToken cancellationToken)
    {
        if (await Due(db.Suspensions.AsTracking(), dueNow).SingleOrDefaultAsync(request => request.Id == id, cancellationToken) is not { } request)
        {
            return null;
        }

        var subscription = await db.Subscriptions.Include(known => known.Customer)
            .SingleAsync(known => known.Id == request.SubscriptionId, cancellationToken);
        var stop = request.ConfirmedBy is null ? await StopAsync(db, request, subscription, now, cancellationToken) : null;
        if (stop is not null && request.Attempts == 0)
        {
            request.Answer = stop;
            await SuspensionJournal.MoveAsync(db, request, SuspensionState.Withdrawn, SuspensionJournal.Bot, stop, now, cancellationToken);
            return null;
        }

        await SuspensionJournal.MoveAsync(db, request, SuspensionState.CarryingOut, SuspensionJournal.Bot, request.Answer, now, cancellationToken);
        (request.Attempts, request.NextAttemptAt) = (request.Attempts + 1, dueNow + Lease);
        return new SuspensionClaim(request, subscription.Customer!.TenantId ?? "", stop);
    }

    private async Task<string?> StopAsync(
        BillingDb db, SuspensionRequest request, Subscription subscription, Instant now, CancellationToken cancellationToken) =>
        subscription.CustomerId != request.CustomerId ? $"The subscription belongs to {subscription.CustomerId} now." : await guard.CheckAsync(db, request.Kind, subscription, request.InvoiceNumbers, now, cancellationToken) switch
        {
            SuspensionCheck.Settled settled => settled.Reason,
            SuspensionCheck.NotInOrder not => not.Reason,
            _ => null,
        };

    /// <summary>What was approved has no time yet.</summary>
    private static IQueryable<SuspensionRequest> Due(IQueryable<SuspensionRequest> requests, Instant now) => requests
        .Where(request => request.State == SuspensionState.Approved || request.State == SuspensionState.CarryingOut)
        .Due(now, LongestAsked * 2);
}
