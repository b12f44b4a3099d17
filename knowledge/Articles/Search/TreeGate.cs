namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// Gradient-boosted regression trees on top of the <see cref="LogisticGate"/>. They find what it cannot, such as a high
/// probability that means little in one region, but need many questions.
/// </summary>
internal sealed class TreeGate : IGate
{
    private const int Trees = 60;
    private const float Least = 1e-5f;
    private readonly LogisticGate _start;
    private readonly List<RegressionTree> _trees = [];

    public TreeGate(IReadOnlyList<GateExample> examples)
    {
        var columns = new SortedColumns([.. examples.Select(example => example.Evidence.All())]);
        _start = new LogisticGate(examples);
        var sums = examples.Select(example => Start(example.Evidence)).ToArray();
        var (errors, certainties) = (new float[sums.Length], new float[sums.Length]);
        for (var round = 0; round < Trees; round++)
        {
            for (var row = 0; row < sums.Length; row++)
            {
                var probability = Logistic(sums[row]);
                errors[row] = examples[row].Weight * ((examples[row].IsRight ? 1 : 0) - probability);
                certainties[row] = examples[row].Weight * MathF.Max(probability * (1 - probability), 1e-4f);
            }

            var tree = new RegressionTree(columns, errors, certainties);
            _trees.Add(tree);
            for (var row = 0; row < sums.Length; row++)
            {
                sums[row] += tree.Value(columns.Rows[row]);
            }
        }
    }

    public float Probability(Evidence evidence)
    {
        var numbers = evidence.All();
        var sum = Start(evidence);
        foreach (var tree in _trees)
        {
            sum += tree.Value(numbers);
        }

        return Logistic(sum);
    }

    private float Start(Evidence evidence)
    {
        var probability = _start.Probability(evidence);
        return MathF.Log((probability + Least) / (1 - probability + Least));
    }

    private static float Logistic(float value) => 1 / (1 + MathF.Exp(-value));
}
