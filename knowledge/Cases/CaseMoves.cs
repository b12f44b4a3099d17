using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>
/// The legal moves of a case by staff, each within the caller's transaction, with its line in the history and the audit.
/// A move that changes who answers the customer also counts the conversation's state up, so that a turn which the bot is
/// still composing finds the conversation changed and is run again under the new owner.
/// </summary>
public static class CaseMoves
{
    /// <summary>Compare-and-set: of any number of people at once, one gets it.</summary>
    public static async Task<CaseOutcome> ClaimAsync(BillingDb db, long id, StaffUser by, Instant now, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return new CaseOutcome.Forbidden(StaffRole.Agent);
        }

        var won = await db.Cases.Where(known => known.Id == id && known.OwnerId == null && known.Status == CaseStatus.Waiting)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(known => known.OwnerId, by.Id)
                    .SetProperty(known => known.OwnerName, by.Name)
                    .SetProperty(known => known.Status, CaseStatus.Active)
                    .SetProperty(known => known.ClaimedAt, known => known.ClaimedAt ?? now)
                    .SetProperty(known => known.HeldSince, (Instant?)now)
                    .SetProperty(known => known.ToldAt, known => known.ToldAt ?? now)
                    .SetProperty(known => known.CustomerRemindedAt, (Instant?)null)
                    .SetProperty(known => known.Version, known => known.Version + 1),
                cancellationToken);
        var current = await db.Cases.AsTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken);
        return (won, current) switch
        {
            (_, null) => new CaseOutcome.NotFound(),
            (1, _) => await CaseJournal.DoneAsync(db, current, CaseEventKind.Claimed, by, null, now, cancellationToken),
            (_, { IsOpen: false }) => new CaseOutcome.NotNow(current.Status),
            (_, { OwnerId: { } owner }) when owner == by.Id => new CaseOutcome.Done(current),
            (_, { OwnerName: { } name }) => new CaseOutcome.OwnedBy(name),
            _ => new CaseOutcome.NotNow(current.Status),
        };
    }

    /// <summary>The case, if <paramref name="by"/> owns it: who may write to the customer.</summary>
    /// <param name="leads">Whether a lead may do it to the case of another.</param>
    /// <param name="unowned">Whether anybody may while nobody owns it.</param>
    public static async Task<(Case? Case, CaseOutcome? Refusal)> OwnedAsync(
        BillingDb db, long id, StaffUser by, bool leads, CancellationToken cancellationToken, bool unowned = false)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return (null, new CaseOutcome.Forbidden(StaffRole.Agent));
        }

        return await db.Cases.AsTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken) switch
        {
            null => (null, new CaseOutcome.NotFound()),
            { IsOpen: false } closed => (null, new CaseOutcome.NotNow(closed.Status)),
            { OwnerId: { } owner } owned when owner == by.Id => (owned, null),
            var open when leads && by.Is(StaffRole.Lead) => (open, null),
            { OwnerName: { } name } => (null, new CaseOutcome.OwnedBy(name)),
            var free when unowned => (free, null),
            _ => (null, new CaseOutcome.NotOwned()),
        };
    }

    /// <summary>Back to a queue: the same one, or another.</summary>
    public static async Task<CaseOutcome> ToQueueAsync(
        BillingDb db, long id, string queue, StaffUser by, string? words, Instant now, CancellationToken cancellationToken)
    {
        var (known, refusal) = await OwnedAsync(db, id, by, leads: true, cancellationToken);
        if (known is null)
        {
            return refusal!;
        }

        // Its own one may have been deleted: then it is at least free again.
        if (queue != known.Queue && !await db.SupportQueues.AnyAsync(entered => entered.Id == queue, cancellationToken))
        {
            return new CaseOutcome.Invalid("UnknownQueue");
        }

        var kind = queue == known.Queue ? CaseEventKind.Released : CaseEventKind.Transferred;
        Release(known, queue, now);
        return await CaseJournal.DoneAsync(db, known, kind, by, CaseJournal.Line(queue, words), now, cancellationToken);
    }

    /// <summary>As <see cref="ToQueueAsync"/>, when the owner has left the customer waiting.</summary>
    public static Task<CaseOutcome> ReleaseAsync(
        BillingDb db, Case known, string by, string words, Instant now, CancellationToken cancellationToken)
    {
        Release(known, known.Queue, now);
        return CaseJournal.DoneAsync(db, known, CaseEventKind.Released, by, by, words, now, cancellationToken);
    }

    /// <summary>Sets right what it is about. Anybody of the staff may while nobody owns it.</summary>
    public static async Task<CaseOutcome> ChangeAsync(
        BillingDb db, long id, CaseChange change, StaffUser by, string? words, Instant now, CancellationToken cancellationToken)
    {
        var (known, refusal) = await OwnedAsync(db, id, by, leads: true, cancellationToken, unowned: true);
        if (known is null)
        {
            return refusal!;
        }

        if (change.Urgency is { } urgency && urgency != known.Urgency)
        {
            known.Urgency = urgency;
            SlaClock.Unpromise(known);
        }

        known.Product = change.Product ?? known.Product;
        known.Classification = change.Classification ?? known.Classification;
        var set = new object?[] { change.Urgency, change.Product, change.Classification }.OfType<object>();
        return await CaseJournal.DoneAsync(db, known, CaseEventKind.Changed, by, CaseJournal.Line(string.Join(", ", set), words), now, cancellationToken);
    }

    /// <summary>To a colleague, who owns it from now on.</summary>
    public static async Task<CaseOutcome> ToPersonAsync(
        BillingDb db, long id, StaffUser to, StaffUser by, string? words, Instant now, CancellationToken cancellationToken)
    {
        var (known, refusal) = await OwnedAsync(db, id, by, leads: true, cancellationToken);
        if (known is null)
        {
            return refusal!;
        }

        if (known.OwnerId == to.Id)
        {
            return new CaseOutcome.OwnedBy(to.Name);
        }

        (known.OwnerId, known.OwnerName, known.HeldSince, known.OwnerRemindedAt) = (to.Id, to.Name, now, null);
        known.Status = known.Status == CaseStatus.Waiting ? CaseStatus.Active : known.Status;
        known.ClaimedAt ??= now;
        return await CaseJournal.DoneAsync(db, known, CaseEventKind.Transferred, by, CaseJournal.Line(to.Name, words), now, cancellationToken);
    }

    private static void Release(Case known, string queue, Instant now)
    {
        (known.Queue, known.OwnerId, known.OwnerName, known.Status) = (queue, null, null, CaseStatus.Waiting);
        known.SlaRunningSince ??= now;
        BackInQueue(known, now);
    }

    /// <summary>Staff must be told of it again.</summary>
    internal static void BackInQueue(Case known, Instant now)
    {
        (known.HeldSince, known.OwnerRemindedAt, known.CustomerRemindedAt) = (now, null, null);
        (known.ToldAt, known.NoticeMailId) = (null, null);
    }
}
