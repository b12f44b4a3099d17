using BillingBot.Knowledge.Articles.Evaluation;

namespace BillingBot.Cli;

/// <summary>One evaluation, of files or of a language's articles.</summary>
/// <param name="Name">What was evaluated.</param>
/// <param name="Articles">How many were taught.</param>
/// <param name="Examples">How many questions were taught, on average.</param>
/// <param name="Runs">One, or one a fold.</param>
/// <param name="ListsWorst">Whether the worst articles are to be told.</param>
internal sealed record EvaluationReport(string Name, int Articles, int Examples, IReadOnlyList<EvaluationRun> Runs, bool ListsWorst)
{
    public IReadOnlyList<Answered> Answers { get; } = [.. Runs.SelectMany(run => run.Answers)];

    public Score Score => Score.Of(Answers);

    public double TrainingSeconds => Runs.Average(run => run.Training.TotalSeconds);

    public double Threshold => Runs.Average(run => run.Threshold);

    public long ModelBytes => Runs.Max(run => run.ModelBytes);

    /// <summary>Of a search, milliseconds.</summary>
    public double Percentile(double share)
    {
        var sorted = Answers.Select(answer => answer.Milliseconds).Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
    }

    /// <summary>Articles whose questions went wrong most often.</summary>
    public IEnumerable<(string Label, int Wrong, int Asked)> Worst(int count) => Answers
        .Where(answer => answer.Question.IsAnswerable)
        .GroupBy(answer => answer.Question.Labels[0], StringComparer.Ordinal)
        .Select(label => (label.Key, Wrong: label.Count(answer => !answer.IsRight), Asked: label.Count()))
        .Where(label => label.Wrong > 0)
        .OrderByDescending(label => label.Wrong / (double)label.Asked).ThenByDescending(label => label.Asked).ThenBy(label => label.Key, StringComparer.Ordinal)
        .Take(count);

    /// <summary>Which articles are taken for which.</summary>
    public IEnumerable<(string Right, string Instead, int Times)> Confused(int count) => Answers
        .Where(answer => answer.Question.IsAnswerable && !answer.IsRight && answer.Best is not null)
        .CountBy(answer => (answer.Question.Labels[0], answer.Best!))
        .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Item1, StringComparer.Ordinal)
        .Take(count)
        .Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value));
}
