using BillingBot.Knowledge.Staff;
using NodaTime;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Finds articles for what a customer said last, for whoever of the staff answers.</summary>
public sealed class SuggestedArticles(ArticleFinder finder)
{
    private const int Most = 3;

    /// <returns>Best first, staff-only ones among them; none for digits and signs alone, or for somebody who may not read cases.</returns>
    /// <param name="staff">Who asks.</param>
    /// <param name="text">The customer's words.</param>
    /// <param name="language"><c>en</c> or <c>ja</c>.</param>
    /// <param name="today">The partner's day.</param>
    /// <param name="cancellationToken">When nobody waits for it any more.</param>
    public Task<IReadOnlyList<SuggestedArticle>> FindAsync(
        StaffUser staff, string text, string language, LocalDate today, CancellationToken cancellationToken) => staff.Is(StaffRole.Agent) && text.Any(char.IsLetter)
        // The first search of staff after a change trains for a second.
        ? Task.Run(() => Find(text, language, today), cancellationToken)
        : Task.FromResult<IReadOnlyList<SuggestedArticle>>([]);

    private IReadOnlyList<SuggestedArticle> Find(string text, string language, LocalDate today) =>
        [.. finder.Nearest(new SearchRequest(text, language, Audience.Staff, today))
            .Where(match => match.Article.Answer.Length > 0 && !match.Article.IsSmallTalk)
            .Take(Most)
            .Select(match => new SuggestedArticle(match.Article, match.Confidence))];
}
