using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Suspensions;

/// <summary>What staff may do with requests. Nothing here reaches the provider: that is the worker's, after the approval.</summary>
public sealed class SuspensionDesk(DbWriter writer, SuspensionGuard guard, IOptions<SuspensionOptions> options, IClock clock)
{
    public Task<SuspensionOutcome> RequestAsync(
        SuspensionKind kind, string subscriptionId, string reason, StaffMember by, CancellationToken cancellationToken) => CommitAsync(
        async (db, now, token) =>
        {
            if (await SubscriptionAsync(db, subscriptionId, token) is not { } subscription)
            {
                return new SuspensionOutcome.NotFound();
            }

            if (await OpenAsync(db, subscriptionId, token) is { } open)
            {
                return new SuspensionOutcome.AlreadyOpen(open.Id);
            }

            var before = kind is SuspensionKind.Reactivate ? await LastSuspensionAsync(db, subscriptionId, token) : null;
            var check = await guard.CheckAsync(db, kind, subscription, before?.InvoiceNumbers, now, token);
            if (check is not SuspensionCheck.InOrder inOrder)
            {
                return new SuspensionOutcome.Refused(Reason(check));
            }

            var request = new SuspensionRequest
            {
                CustomerId = subscription.CustomerId,
                SubscriptionId = subscription.Id,
                Kind = kind,
                Reason = reason,
                InvoiceNumbers = [.. inOrder.Invoices.Select(account => account.Invoice.Number)],
                RequestedBy = by.Name,
                RequestedFrom = by.Account,
                RequestedAt = now,
            };
            db.Add(request);
            await db.SaveChangesAsync(token);
            await SuspensionJournal.BeginAsync(db, request, by, token);
            if (before is not null)
            {
                await SuspensionTasks.CloseAsync(db, before.Id, by.Actor, now, token);
            }

            return new SuspensionOutcome.Taken(request);
        },
        cancellationToken);

    public Task<SuspensionOutcome> ApproveAsync(long id, StaffMember by, CancellationToken cancellationToken) => ChangeAsync(
        id, SuspensionState.Approved,
        async (db, request, now, token) =>
        {
            if (by.IsSamePersonAs(new StaffMember(request.RequestedFrom, request.RequestedBy), options.Value.SameUserMayApprove))
            {
                SuspensionJournal.Note(db, request, by.Actor, "approval-refused", "The same person requested it.", now);
                return new SuspensionOutcome.SamePerson();
            }

            var subscription = await SubscriptionAsync(db, request.SubscriptionId, token);
            var check = subscription!.CustomerId == request.CustomerId
                ? await guard.CheckAsync(db, request.Kind, subscription, request.InvoiceNumbers, now, token)
                : new SuspensionCheck.NotInOrder($"The subscription belongs to {subscription.CustomerId} now.");
            switch (check)
            {
                case SuspensionCheck.InOrder:
                    Decide(request, by, now);
                    await SuspensionJournal.MoveAsync(db, request, SuspensionState.Approved, by.Actor, null, now, token);
                    return new SuspensionOutcome.Taken(request);
                case SuspensionCheck.Settled settled:
                    request.Answer = settled.Reason;
                    await SuspensionJournal.MoveAsync(
                        db, request, SuspensionState.Withdrawn, SuspensionJournal.Bot, settled.Reason, now, token);
                    return new SuspensionOutcome.Refused($"{settled.Reason} The request is withdrawn.");
                default:
                    SuspensionJournal.Note(db, request, by.Actor, "approval-refused", Reason(check), now);
                    return new SuspensionOutcome.Refused(Reason(check));
            }
        },
        cancellationToken);

    public Task<SuspensionOutcome> DeclineAsync(long id, string? reason, StaffMember by, CancellationToken cancellationToken) =>
        EndAsync(id, SuspensionState.Declined, reason, by, cancellationToken);

    /// <summary>Possible as long as nobody has asked the provider, or a hand is needed and was not given.</summary>
    public Task<SuspensionOutcome> WithdrawAsync(long id, string? reason, StaffMember by, CancellationToken cancellationToken) =>
        EndAsync(id, SuspensionState.Withdrawn, reason, by, cancellationToken);

    /// <summary>It was done by hand; the worker checks that, as far as the provider tells, and informs the customer.</summary>
    public Task<SuspensionOutcome> ConfirmAsync(long id, StaffMember by, CancellationToken cancellationToken) => ChangeAsync(
        id, SuspensionState.CarryingOut,
        async (db, request, now, token) =>
        {
            if (request.State is not SuspensionState.NeedsHand)
            {
                return new SuspensionOutcome.WrongState(request.State);
            }

            (request.ConfirmedBy, request.NextAttemptAt) = (by.Actor, null);
            await SuspensionJournal.MoveAsync(db, request, SuspensionState.CarryingOut, by.Actor, "Done by hand.", now, token);
            return new SuspensionOutcome.Taken(request);
        },
        cancellationToken);

    private Task<SuspensionOutcome> EndAsync(
        long id, SuspensionState to, string? reason, StaffMember by, CancellationToken cancellationToken) => ChangeAsync(
        id, to,
        async (db, request, now, token) =>
        {
            Decide(request, by, now);
            request.Answer = reason ?? request.Answer;
            await SuspensionJournal.MoveAsync(db, request, to, by.Actor, reason, now, token);
            return new SuspensionOutcome.Taken(request);
        },
        cancellationToken);

    private Task<SuspensionOutcome> ChangeAsync(
        long id,
        SuspensionState to,
        Func<BillingDb, SuspensionRequest, Instant, CancellationToken, Task<SuspensionOutcome>> change,
        CancellationToken cancellationToken) => CommitAsync(
        async (db, now, token) => await db.Suspensions.AsTracking().SingleOrDefaultAsync(request => request.Id == id, token) switch
        {
            null => new SuspensionOutcome.NotFound(),
            // Taking back what the provider may be doing right now is the worker's, which knows.
            { State: SuspensionState.CarryingOut } busy => new SuspensionOutcome.WrongState(busy.State),
            var request when SuspensionMoves.AreLegal(request.State, to) => await change(db, request, now, token),
            var request => new SuspensionOutcome.WrongState(request.State),
        },
        cancellationToken);

    private async Task<SuspensionOutcome> CommitAsync(
        Func<BillingDb, Instant, CancellationToken, Task<SuspensionOutcome>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await writer.CommitAsync(
                async (db, token) =>
                {
                    var outcome = await work(db, clock.GetCurrentInstant(), token);
                    await db.SaveChangesAsync(token);
                    return outcome;
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else on another instance was faster; what they did is theirs, and this did nothing.
            return new SuspensionOutcome.Refused("Somebody else changed it at the same moment. Look at it again.");
        }
    }

    private static void Decide(SuspensionRequest request, StaffMember by, Instant now) =>
        (request.DecidedBy, request.DecidedAt) = (by.Actor, now);

    private static string Reason(SuspensionCheck check) => check switch
    {
        SuspensionCheck.Settled settled => settled.Reason,
        SuspensionCheck.NotInOrder not => not.Reason,
        _ => throw new InvalidOperationException($"{check.GetType().Name} is no refusal."),
    };

    private static Task<Subscription?> SubscriptionAsync(BillingDb db, string id, CancellationToken cancellationToken) =>
        db.Subscriptions.Include(subscription => subscription.Customer)
            .SingleOrDefaultAsync(subscription => subscription.Id == id, cancellationToken);

    private static Task<SuspensionRequest?> OpenAsync(BillingDb db, string subscriptionId, CancellationToken cancellationToken) =>
        db.Suspensions.FirstOrDefaultAsync(
            request => request.SubscriptionId == subscriptionId && SuspensionMoves.Open.Contains(request.State), cancellationToken);

    internal static Task<SuspensionRequest?> LastSuspensionAsync(BillingDb db, string subscriptionId, CancellationToken cancellationToken) =>
        db.Suspensions
            .Where(request => request.SubscriptionId == subscriptionId && request.Kind == SuspensionKind.Suspend
                && request.State == SuspensionState.Done)
            .OrderByDescending(request => request.Id).FirstOrDefaultAsync(cancellationToken);
}
