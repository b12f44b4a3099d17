using System.Globalization;
using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Evaluation;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>Knowledge editors decide here what the bot learns from customers' questions. Of two who decide at once the second is told.</summary>
public sealed class SuggestionDesk(
    DbWriter writer, IDbContextFactory<BillingDb> factory, ArticleCatalog catalog, ArticleDesk desk, ArticleRefresh refresh,
    ArticleFinder finder, ArticleStore store, ReleaseCheck check, IClock clock)
{
    private const int MostLikely = 3;

    /// <param name="staff">A knowledge editor.</param>
    /// <param name="query">Which.</param>
    /// <param name="today">The partner's day.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>Null for whom it is not.</returns>
    public async Task<SuggestionPage?> ReadAsync(StaffUser staff, SuggestionQuery query, LocalDate today, CancellationToken cancellationToken)
    {
        if (!staff.Is(StaffRole.KnowledgeEditor))
        {
            return null;
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var wanted = db.Suggestions.Where(suggestion => suggestion.State == SuggestionState.Open != query.Decided
            && (query.Language == null || suggestion.Language == query.Language));
        var sorted = query switch
        {
            { Decided: true } => wanted.OrderByDescending(suggestion => suggestion.DecidedAt).ThenByDescending(suggestion => suggestion.Id),
            { MostOften: true } => wanted.OrderByDescending(suggestion => suggestion.Count).ThenByDescending(suggestion => suggestion.LastAt),
            _ => wanted.OrderByDescending(suggestion => suggestion.LastAt).ThenByDescending(suggestion => suggestion.Id),
        };
        var shown = await sorted.Skip(query.Skip).Take(query.Take).ToListAsync(cancellationToken);
        return new([.. shown.Select(suggestion => new SuggestionView(suggestion, query.Decided ? [] : Likely(suggestion, today)))], await wanted.CountAsync(cancellationToken));
    }

    /// <summary>Publishes the article with the question among those it is asked by.</summary>
    /// <param name="staff">A knowledge editor.</param>
    /// <param name="id">Of the suggestion.</param>
    /// <param name="articleId">Of the article, in the suggestion's language.</param>
    /// <param name="approval">Why, for the article's history, and whether it was agreed to that other questions are answered worse.</param>
    /// <param name="progress">Of the check before.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<SuggestionOutcome> AttachAsync(
        StaffUser staff, long id, string articleId, AttachApproval approval, IProgress<ReleaseProgress> progress, CancellationToken cancellationToken)
    {
        var (known, problem) = await FindAsync(staff, id, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var key = new ArticleKey(articleId, known!.Language);
        if (await catalog.OpenAsync(staff, key, cancellationToken) is not DeskOutcome<ArticleView>.Done(var view)
            || catalog.Read(key, view.Text).Form is not { } form)
        {
            return new SuggestionOutcome.Missing();
        }

        if (view.IsDraft)
        {
            return new SuggestionOutcome.BeingEdited(view.Newest!);
        }

        form.Questions = [.. form.Questions, known.Text];
        var edit = new ArticleEdit(key, ArticleText.Write(form), view.Version, view.PackHash, approval.Comment);
        if (!approval.EvenIfWorse && await check.CompareAsync(staff, edit, progress, cancellationToken) is ReleaseOutcome.Compared({ IsWorse: true } comparison))
        {
            return new SuggestionOutcome.Worse(comparison);
        }

        switch (await desk.PublishAsync(staff, edit, cancellationToken))
        {
            case DeskOutcome<PublishedEdit>.Done(var published):
                return await DecideAsync(staff, id, SuggestionState.Attached, articleId, (_, _) => Task.CompletedTask, cancellationToken) ?? new SuggestionOutcome.Done(published.InUse);
            case DeskOutcome<PublishedEdit>.Invalid(var problems):
                return new SuggestionOutcome.Invalid(problems);
            case DeskOutcome<PublishedEdit>.Conflict(var newest):
                return new SuggestionOutcome.BeingEdited(newest);
            default:
                return new SuggestionOutcome.Missing();
        }
    }

    /// <summary>No article is to answer it: the bot is taught so.</summary>
    public async Task<SuggestionOutcome> NeverAnswerAsync(StaffUser staff, long id, CancellationToken cancellationToken)
    {
        var (known, problem) = await FindAsync(staff, id, cancellationToken);
        return problem
            ?? await DecideAsync(
                staff, id, SuggestionState.NeverAnswer, null, (db, token) => NeverAnswerList.AddAsync(db, staff, known!.Language, known.Text, clock.GetCurrentInstant(), token), cancellationToken)
            ?? new SuggestionOutcome.Done(refresh.RequestAsync());
    }

    /// <summary>Nothing is to be learned from it.</summary>
    public async Task<SuggestionOutcome> DismissAsync(StaffUser staff, long id, CancellationToken cancellationToken)
    {
        var (_, problem) = await FindAsync(staff, id, cancellationToken);
        return problem
            ?? await DecideAsync(staff, id, SuggestionState.Dismissed, null, (_, _) => Task.CompletedTask, cancellationToken)
            ?? new SuggestionOutcome.Done(Task.CompletedTask);
    }

    private async Task<(QuestionSuggestion? Known, SuggestionOutcome? Problem)> FindAsync(StaffUser staff, long id, CancellationToken cancellationToken)
    {
        if (!staff.Is(StaffRole.KnowledgeEditor))
        {
            return (null, new SuggestionOutcome.Refused(StaffRole.KnowledgeEditor));
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.Suggestions.SingleOrDefaultAsync(suggestion => suggestion.Id == id, cancellationToken) switch
        {
            null => (null, new SuggestionOutcome.Missing()),
            { State: not SuggestionState.Open } decided => (decided, new SuggestionOutcome.DecidedBefore(decided)),
            var open => (open, null),
        };
    }

    /// <returns>Null when it was decided so; else what somebody decided before.</returns>
    private Task<SuggestionOutcome?> DecideAsync(
        StaffUser staff, long id, SuggestionState state, string? articleId, Func<BillingDb, CancellationToken, Task> also, CancellationToken cancellationToken) =>
        writer.CommitAsync<SuggestionOutcome?>(
            async (db, token) =>
            {
                var known = await db.Suggestions.AsTracking().SingleAsync(suggestion => suggestion.Id == id, token);
                if (known.State != SuggestionState.Open)
                {
                    return new SuggestionOutcome.DecidedBefore(known);
                }

                var now = clock.GetCurrentInstant();
                (known.State, known.AnsweredBy, known.DecidedBy, known.DecidedAt) = (state, articleId, staff.Name, now);
                await also(db, token);
                db.Add(new AuditEntry
                {
                    At = now,
                    Actor = staff.Actor,
                    Action = state switch
                    {
                        SuggestionState.Attached => "suggestion.attached",
                        SuggestionState.NeverAnswer => "suggestion.never-answer",
                        _ => "suggestion.dismissed",
                    },
                    Subject = string.Create(CultureInfo.InvariantCulture, $"suggestion:{id}"),
                    Detail = articleId,
                });
                await db.SaveChangesAsync(token);
                return null;
            },
            cancellationToken);

    private IReadOnlyList<ArticleMatch> Likely(QuestionSuggestion suggestion, LocalDate today)
    {
        var near = finder.Nearest(new SearchRequest(suggestion.Text, suggestion.Language, Audience.Customer, today)).Where(match => !match.Article.IsSmallTalk).ToList();
        var meant = suggestion.Reason is SuggestionReason.Chosen or SuggestionReason.Corrected && suggestion.ArticleId is { } id ? store.Find(id, suggestion.Language) : null;
        return
        [
            .. (meant is null ? [] : (IEnumerable<ArticleMatch>)[near.Find(match => match.Article.Id == meant.Id) ?? new(meant, 0)])
                .Concat(near.Where(match => match.Article.Id != meant?.Id)).Take(MostLikely),
        ];
    }
}
