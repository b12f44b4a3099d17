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
    private const int LongestNote = 10_000;
    private const int LongestClientId = 100;

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

    /// <summary>Open again, with the one who reopens it as its owner; the clock starts anew.</summary>
    public static async Task<CaseOutcome> ReopenAsync(
        BillingDb db, long id, StaffUser by, string? words, Instant now, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return new CaseOutcome.Forbidden(StaffRole.Agent);
        }

        if (await db.Cases.AsTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } known)
        {
            return new CaseOutcome.NotFound();
        }

        if (known.IsOpen)
        {
            return new CaseOutcome.NotNow(known.Status);
        }

        var taken = await db.Conversations.Where(conversation => conversation.Id == known.ConversationId && conversation.CaseId == null)
            .ExecuteUpdateAsync(row => row.SetProperty(conversation => conversation.CaseId, id), cancellationToken);
        if (taken == 0)
        {
            return new CaseOutcome.Invalid("AnotherCaseIsOpen");
        }

        Reopen(known, now);
        (known.OwnerId, known.OwnerName, known.Status) = (by.Id, by.Name, CaseStatus.Active);
        return await CaseJournal.DoneAsync(db, known, CaseEventKind.Reopened, by, words, now, cancellationToken);
    }

    /// <summary>Waits in its queue again, as before it was closed; the caller binds the conversation to it.</summary>
    public static void Reopen(Case known, Instant now)
    {
        (known.Status, known.OwnerId, known.OwnerName) = (CaseStatus.Waiting, null, null);
        (known.Resolution, known.ResolvedAt) = (null, null);
        (known.SlaSeconds, known.SlaRunningSince, known.SlaWarnedAt, known.SlaBreachedAt) = (0, now, null, null);
        BackInQueue(known, now);
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

    /// <summary>Closes it: the conversation is the bot's again.</summary>
    public static async Task<CaseOutcome> ResolveAsync(
        BillingDb db, long id, Resolution resolution, StaffUser by, string? words, Instant now, CancellationToken cancellationToken)
    {
        var (known, refusal) = await OwnedAsync(db, id, by, leads: true, cancellationToken);
        return known is null
            ? refusal!
            : await CloseAsync(db, known, resolution, by.Name, by.Actor, words, now, cancellationToken);
    }

    /// <summary>As <see cref="ResolveAsync"/>, for the bot's own timeouts.</summary>
    public static async Task<CaseOutcome> CloseAsync(
        BillingDb db, Case known, Resolution resolution, string by, string actor, string? words, Instant now, CancellationToken cancellationToken)
    {
        (known.Status, known.Resolution, known.ResolvedAt) = (CaseStatus.Resolved, resolution, now);
        await CaseAlarm.EndAsync(db, known, actor, now, cancellationToken);
        await db.Conversations.Where(conversation => conversation.Id == known.ConversationId && conversation.CaseId == known.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(conversation => conversation.CaseId, (long?)null), cancellationToken);
        return await CaseJournal.DoneAsync(db, known, CaseEventKind.Resolved, by, actor, CaseJournal.Line(resolution.ToString(), words), now, cancellationToken);
    }

    /// <summary>For staff only; anybody of the staff may add one.</summary>
    /// <param name="clientId">Names this sending: a page that lost the answer says the note again, and it is one note.</param>
    public static async Task<CaseOutcome> NoteAsync(
        BillingDb db, long id, string clientId, string words, StaffUser by, Instant now, CancellationToken cancellationToken)
    {
        if (!by.Is(StaffRole.Agent))
        {
            return new CaseOutcome.Forbidden(StaffRole.Agent);
        }

        if (clientId.Length is 0 or > LongestClientId)
        {
            return new CaseOutcome.Invalid("NoClientId");
        }

        if (words.Trim() is not { Length: > 0 and <= LongestNote } text)
        {
            return new CaseOutcome.Invalid(string.IsNullOrWhiteSpace(words) ? "Empty" : "NoteTooLong");
        }

        if (await db.Cases.AsTracking().SingleOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } noted)
        {
            return new CaseOutcome.NotFound();
        }

        if (await IsNotedAsync(db, id, by, text, clientId, cancellationToken))
        {
            return new CaseOutcome.Done(noted);
        }

        noted.Version++;
        CaseJournal.Record(db, noted, CaseEventKind.Note, by.Name, by.Actor, text, now, clientId);
        await db.SaveChangesAsync(cancellationToken);
        return new CaseOutcome.Done(noted);
    }

    /// <summary>The audit has the id of a note's sending. It is long, and looked into only where the same words stand already.</summary>
    private static async Task<bool> IsNotedAsync(
        BillingDb db, long id, StaffUser by, string text, string clientId, CancellationToken cancellationToken)
    {
        var subject = CaseJournal.Subject(id);
        return await db.CaseEvents.AnyAsync(
            happened => happened.CaseId == id && happened.Kind == CaseEventKind.Note && happened.By == by.Name && happened.Text == text, cancellationToken)
            && await db.Audit.AnyAsync(
                entry => entry.Action == CaseJournal.Noted && entry.Subject == subject && entry.Actor == by.Actor && entry.Detail == clientId, cancellationToken);
    }

    private static void Release(Case known, string queue, Instant now)
    {
        (known.Queue, known.OwnerId, known.OwnerName, known.Status) = (queue, null, null, CaseStatus.Waiting);
        known.SlaRunningSince ??= now;
        BackInQueue(known, now);
    }

    /// <summary>Staff must be told of it again.</summary>
    private static void BackInQueue(Case known, Instant now)
    {
        (known.HeldSince, known.OwnerRemindedAt, known.CustomerRemindedAt) = (now, null, null);
        (known.ToldAt, known.NoticeMailId) = (null, null);
    }
}
