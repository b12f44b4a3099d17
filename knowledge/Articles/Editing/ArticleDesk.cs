using BillingBot.Knowledge.Articles.Import;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>
/// Staff change articles here. What is published is checked like a pack, together with all other articles; whoever
/// publishes or saves over a version they have not seen is told, and keeps their text.
/// </summary>
public sealed class ArticleDesk(DbWriter writer, PackArticles packs, ArticleRefresh refresh, IClock clock)
{
    /// <summary>Characters; far more than any customer reads.</summary>
    private const int LongestText = 20_000;

    /// <summary>Keeps a text for later, also one that cannot be published yet.</summary>
    public async Task<DeskOutcome<SavedDraft>> SaveDraftAsync(StaffUser staff, ArticleEdit edit, CancellationToken cancellationToken)
    {
        if (Problem<SavedDraft>(staff, edit) is { } problem)
        {
            return problem;
        }

        var change = new ArticleChange(staff, edit with { Text = ArticleText.Normalize(edit.Text) }, RevisionState.Draft, "article.drafted");
        return await writer.CommitAsync<DeskOutcome<SavedDraft>>(
            async (db, token) => await RevisionLog.NewestAsync(db, edit.Article, token) is { } newest && newest.Version != edit.Version
                ? new DeskOutcome<SavedDraft>.Conflict(newest)
                : new DeskOutcome<SavedDraft>.Done(new(
                    await RevisionLog.AppendAsync(db, change, clock.GetCurrentInstant(), token),
                    packs.Reader.Read(edit.Article, change.Edit.Text).Error)),
            cancellationToken);
    }

    /// <summary>Gives customers this text from now on.</summary>
    public async Task<DeskOutcome<PublishedEdit>> PublishAsync(StaffUser staff, ArticleEdit edit, CancellationToken cancellationToken) =>
        Problem<PublishedEdit>(staff, edit) ?? await DecideAsync(
            new ArticleChange(staff, edit with { Text = ArticleText.Normalize(edit.Text) }, RevisionState.Published, "article.published"), cancellationToken);

    /// <summary>Brings the pack's article back; one the packs do not have goes out of use.</summary>
    public async Task<DeskOutcome<PublishedEdit>> WithdrawAsync(
        StaffUser staff, ArticleKey article, int version, string? comment, CancellationToken cancellationToken) =>
        Problem<PublishedEdit>(staff, new(article, "", version, null)) ?? await DecideAsync(
            new ArticleChange(staff, new(article, "", version, (await packs.ReadAsync(article, cancellationToken)).Hash, comment), RevisionState.Withdrawn, "article.withdrawn"),
            cancellationToken);

    /// <summary>Makes an earlier revision's text the newest draft.</summary>
    public Task<DeskOutcome<ArticleRevision>> RestoreAsync(
        StaffUser staff, ArticleKey article, int version, int newestSeen, CancellationToken cancellationToken) =>
        RepeatAsync(staff, article, version, newestSeen, RevisionState.Draft, "article.restored", cancellationToken);

    /// <summary>Gives up the newest draft; it stays in the history.</summary>
    public Task<DeskOutcome<ArticleRevision>> DiscardDraftAsync(
        StaffUser staff, ArticleKey article, int version, CancellationToken cancellationToken) =>
        RepeatAsync(staff, article, version, version, RevisionState.Discarded, "article.discarded", cancellationToken);

    private async Task<DeskOutcome<PublishedEdit>> DecideAsync(ArticleChange change, CancellationToken cancellationToken)
    {
        var files = await packs.ReadAllAsync(cancellationToken);
        var outcome = await writer.CommitAsync((db, token) => DecideAsync(db, change, files, token), cancellationToken);
        return outcome is DeskOutcome<PublishedEdit>.Done done
            ? new DeskOutcome<PublishedEdit>.Done(done.Value with { InUse = refresh.RequestAsync() })
            : outcome;
    }

    private async Task<DeskOutcome<PublishedEdit>> DecideAsync(BillingDb db, ArticleChange change, PackFiles files, CancellationToken cancellationToken)
    {
        var (key, isWithdrawal) = (change.Edit.Article, change.State == RevisionState.Withdrawn);
        var newest = await RevisionLog.NewestAsync(db, key, cancellationToken);
        if (newest is not null && newest.Version != change.Edit.Version)
        {
            return new DeskOutcome<PublishedEdit>.Conflict(newest);
        }

        if (isWithdrawal && newest is null)
        {
            return new DeskOutcome<PublishedEdit>.Missing();
        }

        var rows = await ArticleRows.ReadAsync(db, cancellationToken);
        var edits = await EditsInForce.ReadAsync(db, packs.Reader, cancellationToken);
        var others = edits.Where(edit => edit.Id != key.Id || edit.Language != key.Language);
        var edited = isWithdrawal ? files.Find(key) : packs.Reader.Read(key, change.Edit.Text);
        var pack = rows.Merge(files, edited is null || isWithdrawal ? others : others.Append(edited));
        var known = rows.Merge(files, edits).Errors.ToHashSet();
        var problems = pack.Errors.Where(error => error.File == edited?.Path || !known.Contains(error)).ToList();
        if (problems.Count > 0)
        {
            return new DeskOutcome<PublishedEdit>.Invalid(problems);
        }

        var revision = await RevisionLog.AppendAsync(
            db, isWithdrawal ? change with { Edit = change.Edit with { Text = newest!.Text } } : change, clock.GetCurrentInstant(), cancellationToken);
        await rows.UpdateAsync(pack, files.Missing, cancellationToken);
        return new DeskOutcome<PublishedEdit>.Done(new(revision, Task.CompletedTask));
    }

    private async Task<DeskOutcome<ArticleRevision>> RepeatAsync(
        StaffUser staff, ArticleKey article, int version, int newestSeen, RevisionState state, string action, CancellationToken cancellationToken) =>
        Problem<ArticleRevision>(staff, new(article, "", newestSeen, null)) ?? await writer.CommitAsync<DeskOutcome<ArticleRevision>>(
            async (db, token) =>
            {
                var revisions = await db.ArticleRevisions.Where(known => known.ArticleId == article.Id && known.Language == article.Language)
                    .OrderBy(known => known.Version).ToListAsync(token);
                if (revisions.Find(known => known.Version == version) is not { } wanted
                    || (state == RevisionState.Discarded && wanted.State != RevisionState.Draft))
                {
                    return new DeskOutcome<ArticleRevision>.Missing();
                }

                return revisions[^1].Version != newestSeen
                    ? new DeskOutcome<ArticleRevision>.Conflict(revisions[^1])
                    : new DeskOutcome<ArticleRevision>.Done(await RevisionLog.AppendAsync(
                        db, new ArticleChange(staff, new(article, wanted.Text, newestSeen, wanted.PackHash), state, action), clock.GetCurrentInstant(), token));
            },
            cancellationToken);

    private static DeskOutcome<T>? Problem<T>(StaffUser staff, ArticleEdit edit) => true switch
    {
        _ when !staff.Is(StaffRole.KnowledgeEditor) => new DeskOutcome<T>.Refused(StaffRole.KnowledgeEditor),
        _ when !edit.Article.IsValid => new DeskOutcome<T>.Invalid(
            [new ImportError($"{edit.Article}.md", 0, $"'{edit.Article.Id}' cannot be an article's id.", "Use small letters, digits and single hyphens, for example late-payment.")]),
        _ when edit.Text.Length > LongestText => new DeskOutcome<T>.Invalid(
            [new ImportError($"{edit.Article}.md", 0, $"The article has {edit.Text.Length} characters.", $"Shorten it to {LongestText}, or make several articles of it.")]),
        _ => null,
    };
}
