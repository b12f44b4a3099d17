using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Cases;

/// <summary>Whether a person answers in a conversation: then the bot is silent.</summary>
internal static class TakenOver
{
    /// <param name="caseId">The conversation's open case; null for none.</param>
    public static async Task<bool> IsAsync(BillingDb db, long? caseId, CancellationToken cancellationToken) => caseId is { } id
        && await db.Cases.AnyAsync(known => known.Id == id && known.OwnerId != null && known.Status != CaseStatus.Resolved, cancellationToken);
}
