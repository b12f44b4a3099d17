using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Cases;

/// <summary>The first thing that a move of a case does.</summary>
public static class CaseLock
{
    /// <summary>
    /// Locks the case's conversation, as a turn does before it touches anything else: two that go for the same rows must not
    /// wait for each other.
    /// </summary>
    /// <param name="id">Of the case; nothing is locked where there is none.</param>
    public static Task TakeAsync(BillingDb db, long id, CancellationToken cancellationToken) =>
        db.Conversations.Where(conversation => db.Cases.Any(known => known.Id == id && known.ConversationId == conversation.Id))
            .Select(conversation => conversation.Id).ForUpdate().SingleOrDefaultAsync(cancellationToken);
}
