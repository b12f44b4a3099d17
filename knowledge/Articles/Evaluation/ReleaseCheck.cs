using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>
/// Teaches a second index an edit that is not published yet, and asks it and the one in use the evaluation questions:
/// whoever publishes learns beforehand what would be answered worse.
/// </summary>
public sealed class ReleaseCheck(
    IDbContextFactory<BillingDb> factory, ArticleStore store, ArticleFinder finder, PackArticles packs, LexiconSource lexicons, EvaluationList list, IClock clock)
{
    /// <param name="staff">A knowledge editor; for others there is nothing to compare.</param>
    /// <param name="edit">What is to be published.</param>
    /// <param name="progress">How far it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ReleaseOutcome> CompareAsync(StaffUser staff, ArticleEdit edit, IProgress<ReleaseProgress> progress, CancellationToken cancellationToken)
    {
        var language = edit.Article.Language;
        if (!staff.Is(StaffRole.KnowledgeEditor) || packs.Reader.Read(edit.Article, ArticleText.Normalize(edit.Text)).Article is not { } edited)
        {
            return new ReleaseOutcome.Nothing();
        }

        IReadOnlyList<LabelledQuestion> questions;
        try
        {
            questions = await list.ReadAsync(language, cancellationToken);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return new ReleaseOutcome.Unreadable(failure.Message);
        }

        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var inUse = await db.Articles.Where(article => article.Language == language && article.Audience == Audience.Customer).ToListAsync(cancellationToken);
        var others = inUse.Where(article => article.Id != edited.Id).ToList();
        if (questions.Count == 0 || (edited.Audience != Audience.Customer && others.Count == inUse.Count))
        {
            return new ReleaseOutcome.Nothing();
        }

        progress.Report(new(0, questions.Count));
        var lexicon = await NeverAnswerList.AddToAsync(db, await lexicons.LoadAsync([language], cancellationToken), cancellationToken);
        return new ReleaseOutcome.Compared(await Task.Run(
            () => Compare(
                store.Index,
                ArticleIndex.Build(edited.Audience == Audience.Customer ? [.. others, edited] : others, lexicon, cancellationToken: cancellationToken),
                questions, language, progress, cancellationToken),
            cancellationToken));
    }

    private ReleaseComparison Compare(
        ArticleIndex now, ArticleIndex then, IReadOnlyList<LabelledQuestion> questions, string language, IProgress<ReleaseProgress> progress, CancellationToken cancellationToken)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        List<ChangedAnswer> worse = [];
        var better = 0;
        for (var asked = 0; asked < questions.Count; asked++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var question = questions[asked];
            var request = new SearchRequest(question.Text, language, Audience.Customer, today);
            var (before, after) = (Judge(question, finder.Find(now, request)), finder.Find(then, request));
            var verdict = Judge(question, after);
            if (verdict < before)
            {
                worse.Add(new(question.Text, before, verdict, Shown(after)?.Title));
            }
            else if (verdict > before)
            {
                better++;
            }

            progress.Report(new(asked + 1, questions.Count));
        }

        return new(questions.Count, worse, better);
    }

    private static AnswerVerdict Judge(LabelledQuestion question, Finding found) => found switch
    {
        Finding.Sure(var match) => question.Labels.Contains(match.Article.Id, StringComparer.Ordinal) ? AnswerVerdict.Right : AnswerVerdict.Wrong,
        Finding.Variants(_, var matches) => IsAmong(question, matches) ? AnswerVerdict.Right : AnswerVerdict.Wrong,
        _ when !question.IsAnswerable => AnswerVerdict.Right,
        Finding.Which(var matches) => IsAmong(question, matches) ? AnswerVerdict.Offered : AnswerVerdict.NotKnown,
        _ => AnswerVerdict.NotKnown,
    };

    private static bool IsAmong(LabelledQuestion question, IReadOnlyList<ArticleMatch> matches) =>
        matches.Any(match => question.Labels.Contains(match.Article.Id, StringComparer.Ordinal));

    private static Article? Shown(Finding found) => found switch
    {
        Finding.Sure(var match) => match.Article,
        Finding.Variants(_, [var first, ..]) => first.Article,
        Finding.Which([var first, ..]) => first.Article,
        _ => null,
    };
}
