using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Identity;

/// <summary>The sender is a stranger again, and a code that is under way is void.</summary>
public sealed class ForgetSender(long conversationId, string senderId) : IEffect
{
    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        await db.VerifiedSenders
            .Where(verified => verified.ConversationId == conversationId && verified.SenderId == senderId)
            .ExecuteDeleteAsync(cancellationToken);
        await db.VerificationCodes
            .Where(code => code.ConversationId == conversationId && code.SenderId == senderId && code.UsedAt == null)
            .ExecuteUpdateAsync(code => code.SetProperty(row => row.UsedAt, (Instant?)now), cancellationToken);
    }
}
