using BillingBot.Knowledge.Articles.Import;
using BillingBot.Knowledge.Articles.Search;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>
/// Cross-validates the articles on disk: their questions are held back by turns and asked. Stricter than life, for an
/// article's questions are worded as differently as possible.
/// </summary>
public sealed class StoreEvaluator(IOptions<AnswerOptions> options, LexiconSource lexicons, KnownSkills skills, Evaluator evaluator)
{
    private const int Seed = 1;

    /// <returns>Customers' articles; those with errors are missing.</returns>
    public async Task<ILookup<string, Article>> ArticlesAsync(CancellationToken cancellationToken)
    {
        var files = await PackReader.ReadAsync(
            ContentFolders.All(options.Value).Where(Directory.Exists), new ArticleReader(skills.Names), cancellationToken);
        return new Pack(files, new Dictionary<(string Language, string Id), Article>()).Articles
            .Where(article => article.Audience == Audience.Customer)
            .OrderBy(article => article.Id, StringComparer.Ordinal)
            .ToLookup(article => article.Language, StringComparer.Ordinal);
    }

    /// <returns>One run a fold.</returns>
    public async Task<IReadOnlyList<EvaluationRun>> RunAsync(
        IReadOnlyList<Article> articles, string language, int folds, IProgress<int> progress, CancellationToken cancellationToken) =>
        CrossValidate(articles, await lexicons.LoadAsync([language], cancellationToken), language, folds, progress, cancellationToken);

    internal IReadOnlyList<EvaluationRun> CrossValidate(
        IReadOnlyList<Article> articles, Lexicon lexicon, string language, int folds, IProgress<int> progress, CancellationToken cancellationToken)
    {
        List<LabelledQuestion> questions =
        [
            .. articles.SelectMany(article => article.Questions.Select(question => new LabelledQuestion(question, [article.Topic]))),
            .. lexicon.OffTopicIn(language).Concat(lexicon.UnansweredIn(language)).Select(question => new LabelledQuestion(question, [])),
        ];
        var dealt = CrossValidation.Folds([.. questions.Select(question => question.Labels.Count == 0 ? "" : question.Labels[0])], folds, Seed);
        var asked = 0;
        return [.. Enumerable.Range(0, folds).Select(fold =>
        {
            var held = questions.Where((_, index) => dealt[index] == fold).ToList();
            var texts = held.Select(question => question.Text).ToHashSet(StringComparer.Ordinal);
            var before = asked;
            asked += held.Count;
            return evaluator.Ask(
                [.. articles.Select(article => article.WithQuestions([.. article.Questions.Where(question => !texts.Contains(question))]))],
                lexicon with { OffTopic = Without(lexicon.OffTopicIn(language)), Unanswered = Without(lexicon.UnansweredIn(language)) },
                held,
                language,
                new Shifted(progress, before),
                cancellationToken);

            IReadOnlyDictionary<string, IReadOnlyList<string>> Without(IEnumerable<string> known) =>
                new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { [language] = [.. known.Where(question => !texts.Contains(question))] };
        })];
    }

    /// <summary>Counts on where the fold before ended.</summary>
    private sealed class Shifted(IProgress<int> progress, int by) : IProgress<int>
    {
        public void Report(int value) => progress.Report(by + value);
    }
}
