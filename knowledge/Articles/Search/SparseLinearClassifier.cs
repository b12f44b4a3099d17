using System.Numerics.Tensors;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// A <see cref="LinearClassifier"/> for very many topics: of each feature it learns those that have it most, so that neither
/// a search nor the model grows with topics that share no more than common words. Immutable.
/// </summary>
internal sealed class SparseLinearClassifier : IClassifier
{
    /// <summary>The constant feature's value.</summary>
    private const float Bias = 0.3f;
    private const int Seed = 1;
    private readonly FeatureTopics _weights;
    private readonly float[] _biases;

    private SparseLinearClassifier(TrainingSet set) => (_weights, _biases) = (new FeatureTopics(set), new float[set.TopicCount]);

    public long Bytes => _weights.Bytes + (_biases.Length * (long)sizeof(float));

    public static SparseLinearClassifier Train(TrainingSet set, TrainingPlan plan, CancellationToken cancellationToken)
    {
        var trained = new SparseLinearClassifier(set);
        var (features, values) = (new int[set.LongestText], new float[set.LongestText]);
        var errors = new float[set.TopicCount];
        set.Teach(plan, plan.Rate, new FastRandom(Seed), features, values, Look, cancellationToken);
        return trained;

        void Look(int example, int count, float rate)
        {
            trained.Score(features.AsSpan(..count), values, errors);
            Vectors.Softmax(errors);
            if (set.Subtract(errors, example, plan.Smoothing) > TrainingSet.Learnt)
            {
                trained.Correct(features.AsSpan(..count), values, errors, rate);
            }
        }
    }

    public float[] Scores(SparseVector text)
    {
        var scores = new float[_biases.Length];
        Score(text.Features, text.Weights, scores);
        return scores;
    }

    private void Score(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> scores)
    {
        TensorPrimitives.Multiply(_biases, Bias, scores);
        for (var index = 0; index < features.Length; index++)
        {
            _weights.AddTo(scores, features[index], values[index]);
        }
    }

    private void Correct(ReadOnlySpan<int> features, ReadOnlySpan<float> values, ReadOnlySpan<float> errors, float rate)
    {
        TensorPrimitives.MultiplyAdd(errors, -rate * Bias, _biases, _biases);
        for (var index = 0; index < features.Length; index++)
        {
            _weights.Change(features[index], errors, -rate * values[index]);
        }
    }
}
