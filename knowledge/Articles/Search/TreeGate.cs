namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// Gradient-boosted regression trees with logistic loss. They find what the <see cref="LogisticGate"/> cannot, such as a
/// high probability that means little in one region, but need many questions.
/// </summary>
internal sealed class TreeGate : IGate
{
    private const int Trees = 100;
    private readonly float _start;
    private readonly List<RegressionTree> _trees = [];

    public TreeGate(IReadOnlyList<GateExample> examples)
    {
        var columns = new SortedColumns([.. examples.Select(example => example.Evidence.All())]);
        var (right, whole) = (examples.Sum(example => example.IsRight ? example.Weight : 0), examples.Sum(example => example.Weight));
        _start = MathF.Log((right + 1) / (whole - right + 1));
        var sums = Enumerable.Repeat(_start, examples.Count).ToArray();
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
        return Logistic(_start + _trees.Sum(tree => tree.Value(numbers)));
    }

    private static float Logistic(float value) => 1 / (1 + MathF.Exp(-value));
}
