using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Conversations;

/// <summary>Notes which words of staff a Direct Line client is known to have, so that they need not go by e-mail too.</summary>
public sealed class ReadMarks(IDbContextFactory<BillingDb> factory, DbWriter writer)
{
    /// <param name="conversationId">Of the conversation.</param>
    /// <param name="sequence">The newest message that the client has.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task ConfirmAsync(long conversationId, long sequence, CancellationToken cancellationToken)
    {
        if (sequence <= 0)
        {
            return;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var isNews = await db.Conversations.AnyAsync(
            known => known.Id == conversationId && known.ReadTo < sequence && known.LastSequence >= sequence && db.Messages.Any(message =>
                message.ConversationId == conversationId && message.Sequence > known.ReadTo && message.Sequence <= sequence
                && message.Author == Author.Staff),
            cancellationToken);
        if (isNews)
        {
            await writer.CommitLockingAsync(
                (db, token) => db.Conversations.Where(known => known.Id == conversationId && known.ReadTo < sequence)
                    .ExecuteUpdateAsync(row => row.SetProperty(known => known.ReadTo, sequence), token),
                cancellationToken);
        }
    }
}
