using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>Closes suggestions that need nobody any more: after something was taught, the bot answers them.</summary>
public sealed class AnsweredSuggestions(DbWriter writer, IDbContextFactory<BillingDb> factory, ArticleFinder finder, IClock clock)
{
    /// <summary>Newest first; older ones are looked at when those are decided.</summary>
    private const int Most = 1_000;

    /// <param name="today">The partner's day.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task CloseAsync(LocalDate today, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var open = await db.Suggestions.Where(suggestion => suggestion.State == SuggestionState.Open)
            .OrderByDescending(suggestion => suggestion.LastAt).Take(Most).ToListAsync(cancellationToken);
        if (open.Count == 0)
        {
            return;
        }

        var edited = await EditsInForce.Deciding(db).ToDictionaryAsync(
            revision => new ArticleKey(revision.ArticleId, revision.Language), revision => revision.At, cancellationToken);
        var answered = open.Select(suggestion => (suggestion.Id, By: Answer(suggestion, edited, today)))
            .Where(found => found.By is not null).ToDictionary(found => found.Id, found => found.By);
        if (answered.Count > 0)
        {
            await writer.CommitAsync((writing, token) => CloseAsync(writing, answered, token), cancellationToken);
        }
    }

    /// <summary>The article that answers now; what did not help before must have been edited since.</summary>
    private string? Answer(QuestionSuggestion suggestion, Dictionary<ArticleKey, Instant> edited, LocalDate today) =>
        finder.Find(new SearchRequest(suggestion.Text, suggestion.Language, Audience.Customer, today)) is Finding.Sure({ Article: var sure })
        && (suggestion.Reason is SuggestionReason.NotKnown or SuggestionReason.AskedBack or SuggestionReason.Chosen or SuggestionReason.Corrected
            || sure.Id != suggestion.ArticleId || edited.GetValueOrDefault(new(sure.Id, sure.Language)) > suggestion.LastAt)
            ? sure.Id
            : null;

    private async Task<int> CloseAsync(BillingDb db, Dictionary<long, string?> answered, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var ids = answered.Keys.ToList();
        foreach (var suggestion in await db.Suggestions.AsTracking().Where(known => ids.Contains(known.Id) && known.State == SuggestionState.Open).ToListAsync(cancellationToken))
        {
            (suggestion.State, suggestion.AnsweredBy, suggestion.DecidedAt) = (SuggestionState.Answered, answered[suggestion.Id], now);
        }

        return await db.SaveChangesAsync(cancellationToken);
    }
}
