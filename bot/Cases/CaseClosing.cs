using System.Text.Json;
using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Skills.OwnCases;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>Tells the customer that a case is closed, and ends its context: what was spoken of in it is not leant on any more.</summary>
internal sealed class CaseClosing(CaseSpeech speech, CaseButtons buttons)
{
    /// <param name="by">Who closed it, as the customer knows them.</param>
    public async Task TellAsync(BillingDb db, Case resolved, string by, Instant now, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.AsTracking().SingleAsync(known => known.Id == resolved.ConversationId, cancellationToken);
        var state = Stored.Read(conversation.State, ConversationJson.Default.ConversationState) ?? ConversationState.Empty;
        conversation.State = JsonSerializer.Serialize(
            ConversationState.Empty with
            {
                Language = state.Language,
                Welcomed = state.Welcomed,
                CaseToRate = resolved.Id,
            },
            ConversationJson.Default.ConversationState);
        await db.SaveChangesAsync(cancellationToken);

        // Who has gone is told how to come back, not asked for a rating.
        var ratings = resolved.Resolution == Resolution.NoAnswer ? [] : buttons.Ratings(CaseSpeech.LanguageOf(resolved));
        var key = resolved.Resolution switch
        {
            Resolution.NoAnswer => "ClosedNoAnswer",
            Resolution.HandedBack => "HandedBack",
            _ => "Resolved",
        };
        await speech.NoticeAsync(
            db, resolved, speech.Phrase(resolved, key, resolved.Id, Markdown.Escape(by)) with { Choices = ratings }, now, cancellationToken);
    }
}
