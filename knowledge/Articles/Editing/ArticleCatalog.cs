using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>Staff look up articles here: those in use, those for staff only, drafts, and what they were.</summary>
public sealed class ArticleCatalog(IDbContextFactory<BillingDb> factory, PackArticles packs)
{
    public async Task<DeskOutcome<ArticleResults>> SearchAsync(StaffUser staff, ArticleQuery query, CancellationToken cancellationToken)
    {
        if (!MayRead(staff))
        {
            return new DeskOutcome<ArticleResults>.Refused(StaffRole.Agent);
        }

        var listings = await ListAsync(query, cancellationToken);
        var words = TextFolding.Fold(query.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = listings.Where(listing => IsWanted(listing, query) && HasWords(listing, words))
            // Whoever knows an article's name wants that article, not those that mention it.
            .OrderByDescending(listing => string.Equals(listing.Article.Id, query.Words.Trim(), StringComparison.OrdinalIgnoreCase))
            .ThenBy(listing => listing.Title, StringComparer.CurrentCultureIgnoreCase).ThenBy(listing => listing.Article.Language, StringComparer.Ordinal).ToList();
        return new DeskOutcome<ArticleResults>.Done(new([.. found.Skip(query.Skip).Take(query.Take)], found.Count));
    }

    /// <summary>An article to read or to edit; of an unknown id an empty one, so that it can be written.</summary>
    public async Task<DeskOutcome<ArticleView>> OpenAsync(StaffUser staff, ArticleKey article, CancellationToken cancellationToken)
    {
        if (!MayRead(staff))
        {
            return new DeskOutcome<ArticleView>.Refused(StaffRole.Agent);
        }

        if (!article.IsValid)
        {
            return new DeskOutcome<ArticleView>.Missing();
        }

        var (packText, packHash) = await packs.ReadAsync(article, cancellationToken);
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var newest = await RevisionLog.NewestAsync(db, article, cancellationToken);
        var deciding = await EditsInForce.Deciding(db)
            .SingleOrDefaultAsync(revision => revision.ArticleId == article.Id && revision.Language == article.Language, cancellationToken);
        var inForce = deciding?.State == RevisionState.Published ? deciding : null;
        var text = newest?.State == RevisionState.Draft ? newest.Text : inForce?.Text ?? packText ?? "";
        return new DeskOutcome<ArticleView>.Done(new(article, text, newest, inForce, packText, packHash));
    }

    /// <summary>All revisions, newest first, each with what changed from the one before, the first from the pack's file.</summary>
    public async Task<DeskOutcome<IReadOnlyList<RevisionStep>>> HistoryAsync(StaffUser staff, ArticleKey article, CancellationToken cancellationToken)
    {
        if (!MayRead(staff))
        {
            return new DeskOutcome<IReadOnlyList<RevisionStep>>.Refused(StaffRole.Agent);
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var revisions = await db.ArticleRevisions.Where(revision => revision.ArticleId == article.Id && revision.Language == article.Language)
            .OrderBy(revision => revision.Version).ToListAsync(cancellationToken);
        var before = (await packs.ReadAsync(article, cancellationToken)).Text ?? "";
        var steps = new List<RevisionStep>();
        foreach (var revision in revisions)
        {
            steps.Add(new(revision, before));
            before = revision.Text;
        }

        steps.Reverse();
        return new DeskOutcome<IReadOnlyList<RevisionStep>>.Done(steps);
    }

    /// <summary>The parts of a file; the form is null when the file cannot be read, and the problem says why.</summary>
    public ArticleReading Read(ArticleKey article, string text)
    {
        var file = packs.Reader.Read(article, ArticleText.Normalize(text));
        return new(file.Article is { } read ? ArticleForm.Of(read) : null, file.Error);
    }

    private async Task<List<ArticleListing>> ListAsync(ArticleQuery query, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var inUse = (await db.Articles.Where(article => query.Language == null || article.Language == query.Language)
            .ToListAsync(cancellationToken)).ToDictionary(ArticleKey.Of);
        var newest = (await EditsInForce.Newest(db).ToListAsync(cancellationToken)).ToDictionary(ArticleKey.Of);
        var deciding = (await EditsInForce.Deciding(db).ToListAsync(cancellationToken)).ToDictionary(ArticleKey.Of);
        List<ArticleListing> listings = [];
        foreach (var key in inUse.Keys.Union(newest.Keys).Where(key => query.Language is null || key.Language == query.Language))
        {
            var edit = deciding.GetValueOrDefault(key) is { State: RevisionState.Published } published ? published : null;
            listings.Add(new(key, TitleOf(key, newest.GetValueOrDefault(key), inUse.GetValueOrDefault(key)), inUse.GetValueOrDefault(key), newest.GetValueOrDefault(key))
            {
                IsEdited = edit is not null,
                PackChanged = edit is not null && edit.PackHash != (await packs.ReadAsync(key, cancellationToken)).Hash,
            });
        }

        return listings;
    }

    private string TitleOf(ArticleKey key, ArticleRevision? newest, Article? inUse) => newest?.State == RevisionState.Draft
        ? packs.Reader.Read(key, newest.Text).Article?.Title ?? inUse?.Title ?? key.Id
        : inUse?.Title ?? key.Id;

    private static bool IsWanted(ArticleListing listing, ArticleQuery query) =>
        (query.Audience is not { } audience || listing.InUse?.Audience == audience)
        && (query.Product is not { } product || listing.InUse?.Product == product)
        && query.Filter switch
        {
            ArticleFilter.Edited => listing.IsEdited,
            ArticleFilter.Drafts => listing.HasDraft,
            ArticleFilter.PackChanged => listing.PackChanged,
            // One that went out of use has nothing to show but its history.
            _ => listing.InUse is not null || listing.HasDraft,
        };

    private static bool HasWords(ArticleListing listing, IEnumerable<string> words)
    {
        var text = new Lazy<string>(() => TextFolding.Fold(string.Join('\n', (string[])
        [
            listing.Article.Id, listing.Title, .. listing.InUse?.Questions ?? [], listing.InUse?.Answer ?? "", listing.HasDraft ? listing.Newest!.Text : "",
        ])));
        return words.All(word => text.Value.Contains(word, StringComparison.Ordinal));
    }

    internal static bool MayRead(StaffUser staff) => staff.Is(StaffRole.Agent) || staff.Is(StaffRole.KnowledgeEditor);
}
