using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>
/// The cases that somebody may know of: a recognised person their own, from wherever they write alone; a guest the one of
/// this very conversation; in a group only what was asked there. Whatever else there is reads as if it did not exist.
/// </summary>
public sealed class CustomerCases(IDbContextFactory<BillingDb> factory)
{
    /// <returns>Null when there is none, or it is somebody else's.</returns>
    public async Task<Case?> FindAsync(CaseAsker asker, long number, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await Own(db, asker).SingleOrDefaultAsync(known => known.Id == number, cancellationToken);
    }

    /// <summary>The one of this conversation while it is open, else the newest open one, else the newest.</summary>
    public async Task<Case?> LatestAsync(CaseAsker asker, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await Own(db, asker)
            .OrderByDescending(known => known.Status != CaseStatus.Resolved)
            .ThenByDescending(known => known.Status != CaseStatus.Resolved && known.ConversationId == asker.ConversationId)
            .ThenByDescending(known => known.Id)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>What was closed last: since a moment before anything older, and of that in this conversation before any other; null when nothing was.</summary>
    public async Task<Case?> LastClosedAsync(CaseAsker asker, Instant since, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await Own(db, asker).Where(known => known.Status == CaseStatus.Resolved)
            .OrderByDescending(known => known.ResolvedAt >= since)
            .ThenByDescending(known => known.ConversationId == asker.ConversationId)
            .ThenByDescending(known => known.ResolvedAt)
            .FirstOrDefaultAsync(cancellationToken);
    }

    private static IQueryable<Case> Own(BillingDb db, CaseAsker asker)
    {
        var own = asker is { PersonId: not null, CustomerId: not null }
            ? db.Cases.Where(known => (known.PersonId == asker.PersonId && known.CustomerId == asker.CustomerId)
                || (known.PersonId == null && known.ConversationId == asker.ConversationId && known.SenderId == asker.SenderId))
            : db.Cases.Where(known => known.PersonId == null && known.ConversationId == asker.ConversationId && known.SenderId == asker.SenderId);
        return asker.SenderId.Length == 0 ? own.Where(_ => false)
            : asker.IsGroup ? own.Where(known => known.ConversationId == asker.ConversationId)
            : own;
    }
}
