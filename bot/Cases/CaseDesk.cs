using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>
/// What staff can do with a case. Each move, what the customer is told of it, its history and its audit are one
/// transaction; who may do it is checked here, whatever a page showed.
/// </summary>
internal sealed class CaseDesk(
    DbWriter writer, CaseSpeech speech, CaseClosing closing, CaseFeed feed, IEnumerable<ITurnObserver> observers, IClock clock)
{
    private const int LongestMessage = 4_000;
    private readonly ITurnObserver[] _observers = [.. observers];

    public Task<CaseOutcome> ClaimAsync(StaffUser by, long id, CancellationToken cancellationToken) => MoveAsync(
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

    /// <summary>Says something to the customer. Only the owner can.</summary>
    /// <param name="by">Who types.</param>
    /// <param name="id">Of the case.</param>
    /// <param name="clientId">Names this sending: a repeat of it is not said twice.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public Task<CaseOutcome> SendAsync(StaffUser by, long id, string clientId, string text, CancellationToken cancellationToken) =>
        text.Trim().Length is 0 or > LongestMessage
            ? Task.FromResult<CaseOutcome>(new CaseOutcome.Invalid(string.IsNullOrWhiteSpace(text) ? "Empty" : "TooLong"))
            : MoveAsync(
                async (db, now, token) =>
                {
                    var (known, refusal) = await CaseMoves.OwnedAsync(db, id, by, leads: false, token);
                    if (known is null)
                    {
                        return refusal!;
                    }

                    await speech.StaffSaysAsync(db, known, by, clientId, text, now, token);
                    (known.LastStaffAt, known.FirstReplyAt, known.Status) = (now, known.FirstReplyAt ?? now, CaseStatus.AwaitingCustomer);
                    known.Version++;
                    await db.SaveChangesAsync(token);
                    return new CaseOutcome.Done(known);
                },
                cancellationToken);

    public Task<CaseOutcome> NoteAsync(StaffUser by, long id, string words, CancellationToken cancellationToken) => MoveAsync(
        (db, now, token) => CaseMoves.NoteAsync(db, id, words, by, now, token), cancellationToken);

    /// <param name="queue">Id of a queue; the case's own one releases it.</param>
    /// <param name="words">For the colleagues; null for none.</param>
    public Task<CaseOutcome> ToQueueAsync(StaffUser by, long id, string queue, string? words, CancellationToken cancellationToken) => MoveAsync(
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

    public Task<CaseOutcome> ToPersonAsync(StaffUser by, long id, StaffUser to, string? words, CancellationToken cancellationToken) => MoveAsync(
        async (db, now, token) =>
        {
            var outcome = await CaseMoves.ToPersonAsync(db, id, to, by, words, now, token);
            if (outcome is CaseOutcome.Done(var transferred))
            {
                await speech.NoticeAsync(db, transferred, "TakenOver", now, token, Markdown.Escape(to.Name), id);
            }

            return outcome;
        },
        cancellationToken);

    /// <param name="resolution"><see cref="Resolution.HandedBack"/> lets the bot go on in place of asking for a rating.</param>
    /// <param name="words">For the history; null for none.</param>
    public Task<CaseOutcome> ResolveAsync(StaffUser by, long id, Resolution resolution, string? words, CancellationToken cancellationToken) => MoveAsync(
        async (db, now, token) =>
        {
            var outcome = await CaseMoves.ResolveAsync(db, id, resolution, by, words, now, token);
            if (outcome is CaseOutcome.Done(var resolved))
            {
                await closing.TellAsync(db, resolved, by.Name, now, token);
            }

            return outcome;
        },
        cancellationToken);

    private async Task<CaseOutcome> MoveAsync(
        Func<BillingDb, Instant, CancellationToken, Task<CaseOutcome>> move, CancellationToken cancellationToken)
    {
        WorkItem? said = null;
        var outcome = await writer.CommitAsync(
            async (db, token) =>
            {
                var outcome = await move(db, clock.GetCurrentInstant(), token);
                if (outcome is CaseOutcome.Done(var known))
                {
                    var conversation = await db.Conversations.AsNoTracking().SingleAsync(conversation => conversation.Id == known.ConversationId, token);
                    said = new WorkItem(conversation, await db.Messages.AsNoTracking().Where(message => message.ConversationId == conversation.Id)
                        .OrderByDescending(message => message.Sequence).FirstAsync(token));
                }

                return outcome;
            },
            cancellationToken);
        if (said is not null)
        {
            Array.ForEach(_observers, observer => observer.Committed(said));
            feed.Publish();
        }

        return outcome;
    }
}
