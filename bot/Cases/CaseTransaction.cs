using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>
/// One move of a case in one transaction, and who must hear of it afterwards. A move that another one overtook sees the
/// case as it is then, in a second attempt; it does not overwrite it.
/// </summary>
internal sealed class CaseTransaction(DbWriter writer, CaseFeed feed, IEnumerable<ITurnObserver> observers, IClock clock)
{
    private const int MostAttempts = 5;
    private readonly ITurnObserver[] _observers = [.. observers];

    /// <param name="id">Of the case; a number that no case has is the move's to refuse.</param>
    /// <param name="move">Changes nothing where its outcome is a refusal. May run more than once.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<CaseOutcome> RunAsync(
        long id, Func<BillingDb, Instant, CancellationToken, Task<CaseOutcome>> move, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var (outcome, conversation) = await writer.CommitLockingAsync((db, token) => MoveAsync(db, id, move, token), cancellationToken);
                if (conversation is not null)
                {
                    Array.ForEach(_observers, observer => observer.Said(conversation));
                    feed.Publish();
                }

                return outcome;
            }
            catch (DbUpdateException) when (attempt < MostAttempts)
            {
                // Somebody was faster.
            }
        }
    }

    private async Task<(CaseOutcome Outcome, Knowledge.Conversations.Conversation? Conversation)> MoveAsync(
        BillingDb db, long id, Func<BillingDb, Instant, CancellationToken, Task<CaseOutcome>> move, CancellationToken cancellationToken)
    {
        await CaseLock.TakeAsync(db, id, cancellationToken);
        var outcome = await move(db, clock.GetCurrentInstant(), cancellationToken);
        return (outcome, outcome is CaseOutcome.Done(var known)
            ? await db.Conversations.AsNoTracking().SingleAsync(conversation => conversation.Id == known.ConversationId, cancellationToken)
            : null);
    }
}
