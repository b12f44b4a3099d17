using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Conversation;

/// <summary>Whether a conversation has an open case, and whose it is.</summary>
internal sealed class OpenCases(IDbContextFactory<BillingDb> factory)
{
    /// <param name="conversation">As it was read with its state: an owner who came later also changed the state's version.</param>
    /// <param name="cancellationToken">The turn's.</param>
    public async Task<OpenCase?> FindAsync(Knowledge.Conversations.Conversation conversation, CancellationToken cancellationToken)
    {
        if (conversation.CaseId is not { } id)
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Cases.Where(known => known.Id == id)
            .Select(known => new OpenCase(known.Id, known.OwnerName, known.PersonId, known.SenderId))
            .SingleAsync(cancellationToken);
    }
}
