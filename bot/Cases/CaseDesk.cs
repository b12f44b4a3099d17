using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Dispatch;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>
/// What staff can do with a case. Each move, what the customer is told of it, its history and its audit are one
/// transaction; who may do it is checked here, whatever a page showed.
/// </summary>
internal sealed class CaseDesk(
    CaseTransaction transaction, CaseSpeech speech, CaseClosing closing, StaffWords words, SlaClock sla, CaseRouter router, DbWriter writer, IClock clock)
{
    /// <summary>Takes it over. Of any number of people at once one gets it; the others learn who.</summary>
    public Task<CaseOutcome> ClaimAsync(StaffUser by, long id, CancellationToken cancellationToken) => transaction.RunAsync(
        id,
        async (db, now, token) =>
        {
            var wasMine = await db.Cases.AnyAsync(known => known.Id == id && known.OwnerId == by.Id, token);
            var outcome = await CaseMoves.ClaimAsync(db, id, by, now, token);
            if (outcome is CaseOutcome.Done(var claimed) && !wasMine)
            {
                await speech.NoticeAsync(db, claimed, "Claimed", now, token, Markdown.Escape(by.Name), id);
            }

            return outcome;
        },
        cancellationToken);

    /// <summary>Says something to the customer. Only the owner can; a former owner is told who has it now.</summary>
    /// <param name="by">Who types.</param>
    /// <param name="id">Of the case.</param>
    /// <param name="clientId">Names this sending: a repeat of it is not said twice.</param>
    /// <param name="text">Plain text, at most 4,000 characters.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<CaseOutcome> SendAsync(StaffUser by, long id, string clientId, string text, CancellationToken cancellationToken) =>
        StaffWords.Problem(text) is { } problem
            ? Task.FromResult<CaseOutcome>(new CaseOutcome.Invalid(problem))
            : transaction.RunAsync(id, (db, now, token) => words.SayAsync(db, by, id, clientId, text, now, token), cancellationToken);

    /// <summary>Tries a message again that the channel did not take. It then comes after what was said since.</summary>
    public Task<CaseOutcome> RetryAsync(StaffUser by, long id, long sequence, CancellationToken cancellationToken) =>
        transaction.RunAsync(id, (db, now, token) => words.RetryAsync(db, by, id, sequence, now, token), cancellationToken);

    /// <summary>For colleagues only.</summary>
    /// <param name="clientId">Names this sending: a repeat of it is not noted twice, the same words in another one are.</param>
    public Task<CaseOutcome> NoteAsync(StaffUser by, long id, string clientId, string words, CancellationToken cancellationToken) => transaction.RunAsync(
        id, (db, now, token) => CaseNotes.NoteAsync(db, id, clientId, words, by, now, token), cancellationToken);

    /// <param name="queue">Id of a queue; the case's own one releases it.</param>
    /// <param name="words">For the colleagues; null for none.</param>
    public Task<CaseOutcome> ToQueueAsync(StaffUser by, long id, string queue, string? words, CancellationToken cancellationToken) => transaction.RunAsync(
        id,
        async (db, now, token) =>
        {
            var outcome = await CaseMoves.ToQueueAsync(db, id, queue, by, words, now, token);
            if (outcome is CaseOutcome.Done(var released))
            {
                await speech.NoticeAsync(db, released, "Released", now, token, id);
            }

            return outcome;
        },
        cancellationToken);

    /// <param name="staffId">Somebody of <see cref="StaffDirectory.ColleaguesAsync"/>.</param>
    /// <param name="words">For them; null for none.</param>
    public Task<CaseOutcome> ToPersonAsync(StaffUser by, long id, string staffId, string? words, CancellationToken cancellationToken) => transaction.RunAsync(
        id,
        async (db, now, token) =>
        {
            if (await StaffDirectory.FindAsync(db, staffId, token) is not { } to)
            {
                return by.Is(StaffRole.Agent) ? new CaseOutcome.Invalid("UnknownColleague") : new CaseOutcome.Forbidden(StaffRole.Agent);
            }

            var outcome = await CaseMoves.ToPersonAsync(db, id, to, by, words, now, token);
            if (outcome is CaseOutcome.Done(var transferred))
            {
                await speech.NoticeAsync(db, transferred, "TakenOver", now, token, Markdown.Escape(to.Name), id);
            }

            return outcome;
        },
        cancellationToken);

    /// <summary>The case is closed, and the bot goes on with the customer.</summary>
    public Task<CaseOutcome> HandBackAsync(StaffUser by, long id, string? words, CancellationToken cancellationToken) =>
        ResolveAsync(by, id, Resolution.HandedBack, words, cancellationToken);

    /// <param name="resolution">With <see cref="Resolution.HandedBack"/> the customer is told who has left, too.</param>
    /// <param name="words">For the history; null for none.</param>
    public Task<CaseOutcome> ResolveAsync(StaffUser by, long id, Resolution resolution, string? words, CancellationToken cancellationToken) => transaction.RunAsync(
        id,
        async (db, now, token) =>
        {
            var outcome = await CaseEndings.ResolveAsync(db, id, resolution, by, words, now, token);
            if (outcome is CaseOutcome.Done(var resolved))
            {
                await closing.TellAsync(db, resolved, by.Name, now, token);
            }

            return outcome;
        },
        cancellationToken);

    /// <summary>Opens a closed case again, as its owner.</summary>
    public Task<CaseOutcome> ReopenAsync(StaffUser by, long id, string? words, CancellationToken cancellationToken) => transaction.RunAsync(
        id,
        async (db, now, token) =>
        {
            var outcome = await CaseEndings.ReopenAsync(db, id, by, words, now, token);
            if (outcome is CaseOutcome.Done(var reopened))
            {
                await speech.NoticeAsync(db, reopened, "Reopened", now, token, id, Markdown.Escape(by.Name));
            }

            return outcome;
        },
        cancellationToken);

    /// <summary>Sets urgency, product or classification right; the case is routed again, and for another urgency promised anew. Its owner keeps it.</summary>
    public Task<CaseOutcome> ChangeAsync(StaffUser by, long id, CaseChange change, string? words, CancellationToken cancellationToken) => transaction.RunAsync(
        id,
        async (db, now, token) =>
        {
            var outcome = await CaseMoves.ChangeAsync(db, id, change, by, words, now, token);
            if (outcome is CaseOutcome.Done(var changed))
            {
                sla.Promise(changed, await CasePlans.NameAsync(db, changed, token));
                await router.RerouteAsync(db, changed, now, token);
                await db.SaveChangesAsync(token);
            }

            return outcome;
        },
        cancellationToken);

    /// <summary>An open console shows these cases: nobody need be alarmed that they were overlooked.</summary>
    public Task<int> SeenAsync(StaffUser by, IReadOnlyCollection<long> ids, CancellationToken cancellationToken) => by.Is(StaffRole.Agent) && ids.Count > 0
        ? writer.CommitAsync(
            (db, token) =>
            {
                var now = (Instant?)clock.GetCurrentInstant();
                return db.Cases.Where(known => ids.Contains(known.Id) && known.ToldAt == null)
                    .ExecuteUpdateAsync(row => row.SetProperty(known => known.ToldAt, now), token);
            },
            cancellationToken)
        : Task.FromResult(0);
}
