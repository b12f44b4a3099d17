namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Turns evidence into the probability of being right: logistic regression on standardized numbers.</summary>
internal sealed class LogisticGate : IGate
{
    private const int Rounds = 25;
    private const float Ridge = 1f;
    private readonly float[] _means;
    private readonly float[] _scales;
    private readonly float[] _weights;

    public LogisticGate(IReadOnlyList<GateExample> examples)
    {
        var rows = examples.Select(example => example.Evidence.Core()).ToList();
        var count = rows[0].Length;
        _means = [.. Enumerable.Range(0, count).Select(column => rows.Average(row => row[column]))];
        _scales = [.. Enumerable.Range(0, count).Select(column =>
            1 / MathF.Max(1e-3f, MathF.Sqrt(rows.Average(row => MathF.Pow(row[column] - _means[column], 2)))))];
        _weights = new float[count + 1];
        var inputs = rows.Select(Standardized).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            Step(inputs, examples);
        }
    }

    /// <summary>Zero to one.</summary>
    public float Probability(Evidence evidence) => Predict(Standardized(evidence.Core()));

    /// <summary>One round of Newton's method.</summary>
    private void Step(List<float[]> inputs, IReadOnlyList<GateExample> examples)
    {
        var gradient = _weights.Select((weight, index) => index == 0 ? 0 : -Ridge * weight).ToArray();
        var curvature = new SymmetricMatrix(_weights.Length);
        for (var index = 0; index < _weights.Length; index++)
        {
            curvature[index, index] = Ridge;
        }

        for (var row = 0; row < inputs.Count; row++)
        {
            var probability = Predict(inputs[row]);
            var error = examples[row].Weight * ((examples[row].IsRight ? 1 : 0) - probability);
            var certainty = examples[row].Weight * MathF.Max(probability * (1 - probability), 1e-4f);
            for (var left = 0; left < _weights.Length; left++)
            {
                gradient[left] += error * inputs[row][left];
                for (var right = 0; right <= left; right++)
                {
                    curvature[left, right] += certainty * inputs[row][left] * inputs[row][right];
                }
            }
        }

        var inverse = curvature.Inverse();
        for (var index = 0; index < _weights.Length; index++)
        {
            _weights[index] += Vectors.Dot(inverse.Row(index), gradient);
        }
    }

    private float[] Standardized(float[] numbers) =>
        [1, .. numbers.Select((number, column) => (number - _means[column]) * _scales[column])];

    private float Predict(float[] input) => 1 / (1 + MathF.Exp(-Vectors.Dot(input, _weights)));
}
