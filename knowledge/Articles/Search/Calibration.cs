namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// How far to trust a ranker, learnt from questions it has not seen: held-out ones, ones about our subject that no article
/// answers, and off-topic ones.
/// </summary>
internal sealed class Calibration
{
    public const int Choices = 3;

    /// <summary>From so many held-out questions on trees are better than logistic regression.</summary>
    private const int EnoughForTrees = 2_000;

    private readonly IGate? _best;
    private readonly IGate? _choice;

    /// <param name="held">What rankers like this one said to questions they had not seen.</param>
    /// <param name="asked">What it said itself; when there are unanswerable ones among them, they show what to expect.</param>
    public Calibration(IReadOnlyList<HeldOut> held, IReadOnlyList<HeldOut> asked)
    {
        var examples = ExpectedQuestions.Weigh(held, asked, IsRight);
        if (examples.Exists(example => example.IsRight) && !examples.TrueForAll(example => example.IsRight))
        {
            (IGate? best, IGate? choice, Dictionary<Evidence, float> confidences) = (null, null, []);
            Parallel.Invoke(
                () => confidences = CrossFitted(examples),
                () => best = Fit(examples),
                () => choice = Fit(ExpectedQuestions.Weigh(held, asked, row => row.Place >= 0)));
            (_best, _choice) = (best, choice);
            var expected = asked.Any(question => question.Kind != QuestionKind.Answerable) ? ExpectedQuestions.Weigh([], asked, IsRight) : examples;
            Curve = new PrecisionCurve(expected, confidences);
        }
    }

    /// <summary>What precision each threshold gave on those questions.</summary>
    public PrecisionCurve Curve { get; } = PrecisionCurve.Unknown;

    /// <summary>How likely the best topic is right.</summary>
    public float Best(Evidence evidence) => _best?.Probability(evidence) ?? evidence.Probability * evidence.Known;

    /// <summary>How likely the right topic is among the best few; at least as likely as that the best one is.</summary>
    /// <param name="best">What <see cref="Best"/> said of the same evidence.</param>
    public float Choice(Evidence evidence, float best) => MathF.Max(best, _choice?.Probability(evidence) ?? 0);

    private static bool IsRight(HeldOut question) => question.Place == 0;

    private static IGate Fit(IReadOnlyList<GateExample> examples) =>
        examples.Count >= EnoughForTrees ? new TreeGate(examples) : new LogisticGate(examples);

    /// <summary>Each half judged by a gate that learnt from the other, so that the curve is not flattered.</summary>
    private static Dictionary<Evidence, float> CrossFitted(List<GateExample> examples)
    {
        List<GateExample>[] halves = [[], []];
        foreach (var (index, example) in examples.Index())
        {
            halves[index % 2].Add(example);
        }

        var gates = new IGate[2];
        Parallel.For(0, 2, half => gates[half] = Fit(halves[1 - half]));
        var confidences = new Dictionary<Evidence, float>(ReferenceEqualityComparer.Instance);
        foreach (var (index, example) in examples.Index())
        {
            confidences[example.Evidence] = gates[index % 2].Probability(example.Evidence);
        }

        return confidences;
    }
}
