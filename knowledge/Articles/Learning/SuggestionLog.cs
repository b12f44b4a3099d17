using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>Records that something may be learned from a question, within a unit of work.</summary>
public static class SuggestionLog
{
    /// <param name="db">The caller saves and commits.</param>
    /// <param name="text">The question, without what tells whose it is.</param>
    /// <param name="language">Code of its language.</param>
    /// <param name="reason">Why.</param>
    /// <param name="articleId">The article concerned; null for none.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public static async Task NoteAsync(
        BillingDb db, string text, string language, SuggestionReason reason, string? articleId, Instant now, CancellationToken cancellationToken)
    {
        var shown = text.Length > QuestionSuggestion.LongestText ? Cut.To(text, QuestionSuggestion.LongestText - 1) + "…" : text;
        var folded = TextFolding.Fold(shown);
        if (folded.Length == 0)
        {
            return;
        }

        var known = await db.Suggestions.AsTracking().SingleOrDefaultAsync(
            suggestion => suggestion.Language == language && suggestion.Folded == folded, cancellationToken);
        if (known is null)
        {
            known = new QuestionSuggestion { Language = language, Text = shown, Folded = folded, FirstAt = now };
            db.Add(known);
        }

        // To choose is the end of having asked once, not another time.
        known.Count += reason == SuggestionReason.Chosen && known.Count > 0 ? 0 : 1;
        (known.Text, known.LastAt, known.Reason, known.ArticleId) = (shown, now, reason, articleId ?? known.ArticleId);
        if (known.State is SuggestionState.Attached or SuggestionState.Answered)
        {
            // What was taught did not do.
            (known.State, known.DecidedBy, known.DecidedAt, known.AnsweredBy) = (SuggestionState.Open, null, null, null);
        }
    }
}
