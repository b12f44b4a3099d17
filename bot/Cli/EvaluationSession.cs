using BillingBot.Conversation;
using BillingBot.Knowledge.Articles.Evaluation;

namespace BillingBot.Cli;

/// <summary>Runs the evaluations a command line asks for, telling on the error output how far it is.</summary>
internal sealed class EvaluationSession(IServiceProvider services, TextWriter errors, int folds, string? language)
{
    private const int Seed = 1;
    private readonly Evaluator _evaluator = services.GetRequiredService<Evaluator>();

    public async Task<IReadOnlyList<EvaluationReport>> FilesAsync(
        string train, string? calibrate, string? test, CancellationToken cancellationToken)
    {
        var taught = await ReadAsync(train, cancellationToken);
        var measured = calibrate is null ? [] : await ReadAsync(calibrate, cancellationToken);
        var spoken = language ?? Language(taught);
        if (test is not null)
        {
            var asked = await ReadAsync(test, cancellationToken);
            return [await ReportAsync(Path.GetFileName(test), taught, measured, [(taught, asked)], spoken, cancellationToken)];
        }

        var dealt = CrossValidation.Folds([.. taught.Select(question => string.Join('+', question.Labels))], folds, Seed);
        return
        [
            await ReportAsync(
                $"{Path.GetFileName(train)}, {folds} folds",
                taught,
                measured,
                [.. Enumerable.Range(0, folds).Select(fold => (Part(taught, dealt, index => index != fold), Part(taught, dealt, index => index == fold)))
                    .Where(part => part.Item2.Count > 0)],
                spoken,
                cancellationToken),
        ];
    }

    public async Task<IReadOnlyList<EvaluationReport>> StoreAsync(CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<StoreEvaluator>();
        List<EvaluationReport> reports = [];
        foreach (var articles in (await store.ArticlesAsync(cancellationToken)).Where(articles => language is null || articles.Key == language))
        {
            await errors.WriteLineAsync($"Articles in {articles.Key}: {folds} times training without a part of the questions");
            var runs = await store.RunAsync([.. articles], articles.Key, folds, new QuestionsAsked(errors), cancellationToken);
            var examples = articles.Sum(article => article.Questions.Count) * (folds - 1) / folds;
            reports.Add(new EvaluationReport($"Articles in {articles.Key}, {folds} folds", articles.Count(), examples, runs, ListsWorst: true));
        }

        return reports;
    }

    private async Task<EvaluationReport> ReportAsync(
        string name,
        IReadOnlyList<LabelledQuestion> all,
        IReadOnlyList<LabelledQuestion> calibrate,
        IReadOnlyList<(List<LabelledQuestion> Taught, List<LabelledQuestion> Asked)> parts,
        string spoken,
        CancellationToken cancellationToken)
    {
        List<EvaluationRun> runs = [];
        foreach (var (taught, asked) in parts)
        {
            await errors.WriteLineAsync($"Training on {taught.Count} questions ({spoken}), then asking {asked.Count}");
            runs.Add(await _evaluator.RunAsync(taught, calibrate, asked, spoken, new QuestionsAsked(errors), cancellationToken));
        }

        return new EvaluationReport(
            name,
            all.SelectMany(question => question.Labels).Distinct(StringComparer.Ordinal).Count(),
            (int)parts.Average(part => part.Taught.Count),
            runs,
            ListsWorst: parts.Count > 1);
    }

    private static List<LabelledQuestion> Part(IReadOnlyList<LabelledQuestion> questions, int[] dealt, Func<int, bool> isIn) =>
        [.. questions.Where((_, index) => isIn(dealt[index]))];

    private static Task<List<LabelledQuestion>> ReadAsync(string path, CancellationToken cancellationToken) =>
        LabelledFile.ReadAsync(CallerFolder.Find(path), cancellationToken);

    private static string Language(List<LabelledQuestion> questions) =>
        questions.Count(question => LanguageDetector.Detect(question.Text) == Conversation.Language.Japanese) * 2 > questions.Count
            ? Conversation.Language.Japanese.Code
            : Conversation.Language.English.Code;
}
