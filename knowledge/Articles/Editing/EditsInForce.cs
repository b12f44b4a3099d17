using BillingBot.Knowledge.Articles.Import;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>The published revisions that no later one took back, as files of a pack that overrides all others.</summary>
internal static class EditsInForce
{
    public static async Task<IReadOnlyList<ArticleFile>> ReadAsync(BillingDb db, ArticleReader reader, CancellationToken cancellationToken)
    {
        var published = await Published(db).OrderBy(revision => revision.ArticleId).ToListAsync(cancellationToken);
        return published.ConvertAll(revision => reader.Read(ArticleKey.Of(revision), revision.Text));
    }

    public static IQueryable<ArticleRevision> Published(BillingDb db) => Deciding(db).Where(revision => revision.State == RevisionState.Published);

    /// <summary>Of each article the newest revision that says what is in use.</summary>
    public static IQueryable<ArticleRevision> Deciding(BillingDb db) => db.ArticleRevisions
        .Where(revision => revision.State == RevisionState.Published || revision.State == RevisionState.Withdrawn)
        .Where(revision => !db.ArticleRevisions.Any(later =>
            later.Language == revision.Language && later.ArticleId == revision.ArticleId && later.Version > revision.Version
            && (later.State == RevisionState.Published || later.State == RevisionState.Withdrawn)));

    /// <summary>Of each article the newest revision.</summary>
    public static IQueryable<ArticleRevision> Newest(BillingDb db) => db.ArticleRevisions
        .Where(revision => !db.ArticleRevisions.Any(later =>
            later.Language == revision.Language && later.ArticleId == revision.ArticleId && later.Version > revision.Version));
}
