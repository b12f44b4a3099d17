namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Multinomial logistic regression on features, trained by stochastic gradient descent. Immutable.</summary>
internal sealed class LinearClassifier : IClassifier
{
    /// <summary>The constant feature's value.</summary>
    private const float Bias = 0.3f;
    private const int Seed = 1;
    private readonly QuantizedRows _weights;
    private readonly int _topics;
    private readonly int _biasRow;

    private LinearClassifier(QuantizedRows weights, TrainingSet set)
    {
        _weights = weights;
        _topics = set.TopicCount;
        _biasRow = set.FeatureCount;
    }

    public long Bytes => _weights.Bytes;

    public static LinearClassifier Train(TrainingSet set, TrainingPlan plan, CancellationToken cancellationToken)
    {
        var width = Vectors.Padded(set.TopicCount);
        var weights = new float[(set.FeatureCount + 1) * width];
        var (features, values) = (new int[set.LongestText + 1], new float[set.LongestText + 1]);
        var errors = new float[width];
        set.Teach(plan, plan.Rate, new FastRandom(Seed), features, values, Look, cancellationToken);
        return new LinearClassifier(new QuantizedRows(weights, width, set.TopicCount), set);

        void Look(int example, int count, float rate)
        {
            (features[count], values[count]) = (set.FeatureCount, Bias);
            Array.Clear(errors);
            for (var index = 0; index <= count; index++)
            {
                Vectors.Add(errors, weights.AsSpan(features[index] * width, width), values[index]);
            }

            Vectors.Softmax(errors.AsSpan(0, set.TopicCount));
            var distance = set.Subtract(errors, example, plan.Smoothing);
            for (var index = 0; index <= count && distance > TrainingSet.Learnt; index++)
            {
                Vectors.Add(weights.AsSpan(features[index] * width, width), errors, -rate * values[index]);
            }
        }
    }

    public float[] Scores(SparseVector text)
    {
        var scores = new float[_weights.Width];
        for (var index = 0; index < text.Features.Length; index++)
        {
            _weights.AddRow(scores, text.Features[index], text.Weights[index]);
        }

        _weights.AddRow(scores, _biasRow, Bias);
        return scores[.._topics];
    }
}
