using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Identity;

/// <summary>Who has proven by a code who they are.</summary>
public sealed class VerifiedSenders(IDbContextFactory<BillingDb> factory)
{
    /// <returns>Null when the sender has not, or it is too long ago.</returns>
    public async Task<VerifiedSender?> FindAsync(
        long conversationId, string senderId, Instant now, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.VerifiedSenders.SingleOrDefaultAsync(
            verified => verified.ConversationId == conversationId && verified.SenderId == senderId && verified.ExpiresAt > now,
            cancellationToken);
    }
}
