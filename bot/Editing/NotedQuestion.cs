using BillingBot.Conversation;
using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Editing;

/// <summary>A question becomes a suggestion, or is counted once more.</summary>
internal sealed class NotedQuestion(PersonalData personal, string text, Language language, SuggestionReason reason, string? articleId) : IEffect
{
    /// <summary>Whose name may stand in the text; it is not kept.</summary>
    public string? CustomerId { get; init; }

    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var names = CustomerId is null
            ? []
            : await db.Customers.Where(customer => customer.Id == CustomerId).Select(customer => customer.Name).ToListAsync(cancellationToken);
        await SuggestionLog.NoteAsync(db, personal.WithoutNames(text, names, language), language.Code, reason, articleId, now, cancellationToken);
    }
}
