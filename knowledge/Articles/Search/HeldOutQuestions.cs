namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// Asks rankers questions they have not seen. Each is trained without a fifth of every topic's questions and of the
/// questions no article answers. Where no question about our subject is known to have no article, it is trained without
/// a fifth of the topics too, whose questions become such.
/// </summary>
internal static class HeldOutQuestions
{
    public static IReadOnlyList<HeldOut> Ask(
        IReadOnlyList<Example> examples, TrainingPlan plan, int choices, CancellationToken cancellationToken)
    {
        var parts = Parts(examples);
        var leavesOut = !examples.Any(example => example.Topic == Example.Unanswered);
        var answers = new List<HeldOut>[plan.Folds];
        Parallel.For(0, plan.Folds, new ParallelOptions { CancellationToken = cancellationToken }, fold =>
        {
            var taught = examples.Where((example, index) => parts[index] != fold && !IsLeftOut(example)).ToList();
            var topics = taught.Select(example => example.Topic).ToHashSet();
            if (!taught.Exists(example => example.HasAnswer))
            {
                answers[fold] = [];
                return;
            }

            var ranker = new TopicRanker(taught, plan, cancellationToken);
            answers[fold] = [.. examples
                .Where((example, index) => example.IsQuestion && (parts[index] == fold || IsLeftOut(example)))
                .Select(example => Judge(
                    ranker.Rank(example.Features, _ => true, choices), new HashSet<int> { example.Topic }, Kind(example.Topic, topics)))];

            bool IsLeftOut(Example example) => leavesOut && example.HasAnswer && example.Topic * 7 % TrainingPlan.AllFolds == fold;
        });
        return [.. answers.SelectMany(fold => fold)];
    }

    public static HeldOut Judge(TopicScores scores, IReadOnlySet<int> right, QuestionKind kind)
    {
        var place = scores.Topics.TakeWhile(score => !right.Contains(score.Topic)).Count();
        return new HeldOut(scores, place < scores.Topics.Count ? place : -1, kind);
    }

    private static QuestionKind Kind(int topic, HashSet<int> taught) => topic == Example.OffTopic ? QuestionKind.OffTopic : topic == Example.Unanswered ? QuestionKind.NearMiss : taught.Contains(topic) ? QuestionKind.Answerable : QuestionKind.LeftOut;

    /// <summary>Deals each topic's questions out; parts of answers stay.</summary>
    private static int[] Parts(IReadOnlyList<Example> examples)
    {
        var dealt = new Dictionary<int, int>();
        return [.. examples.Select(example =>
        {
            if (!example.IsQuestion)
            {
                return -1;
            }

            var next = dealt.GetValueOrDefault(example.Topic, Math.Max(0, example.Topic));
            dealt[example.Topic] = next + 1;
            return next % TrainingPlan.AllFolds;
        })];
    }
}
