using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Cases;

/// <summary>Which conversation a case has, when its customer moves it.</summary>
internal static class CaseBinding
{
    /// <summary>Binds the case's conversation to it, or to none, so that a turn under way there is run again.</summary>
    public static async Task BindAsync(BillingDb db, Case known, long? caseId, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.AsTracking().SingleAsync(conversation => conversation.Id == known.ConversationId, cancellationToken);
        if (caseId is not null || conversation.CaseId == known.Id)
        {
            conversation.CaseId = caseId;
            conversation.StateVersion++;
        }
    }
}
