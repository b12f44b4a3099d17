using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>How a case ends and is taken up again, each within the caller's transaction as <see cref="CaseMoves"/>.</summary>
public static class CaseEndings
{
    /// <summary>Closes it: the conversation is the bot's again.</summary>
    public static async Task<CaseOutcome> ResolveAsync(
        BillingDb db, long id, Resolution resolution, StaffUser by, string? words, Instant now, CancellationToken cancellationToken)
    {
        var (known, refusal) = await CaseMoves.OwnedAsync(db, id, by, leads: true, cancellationToken);
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
        CaseMoves.BackInQueue(known, now);
    }
}
