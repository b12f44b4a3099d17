using System.Numerics;
using System.Numerics.Tensors;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>What a classifier learns from.</summary>
/// <param name="Texts">The examples.</param>
/// <param name="Topics">The topic of each; the last one is "none".</param>
/// <param name="TopicCount">How many topics there are, "none" included.</param>
/// <param name="FeatureCount">How many features.</param>
internal sealed record TrainingSet(IReadOnlyList<SparseVector> Texts, IReadOnlyList<int> Topics, int TopicCount, int FeatureCount)
{
    /// <summary>An example whose topic is no further from what it should be has nothing left to teach: half of all steps, late in a training.</summary>
    public const float Learnt = 0.02f;

    /// <summary>Looks at all examples round after round, in another order each time, with steps that shrink to nothing.</summary>
    /// <param name="plan">How often, and at how much of them.</param>
    /// <param name="first">Size of the first step.</param>
    /// <param name="random">Of the order and of what is hidden.</param>
    /// <param name="features">Gets the features that are looked at; of the length of the longest text at least.</param>
    /// <param name="values">Gets their weights.</param>
    /// <param name="look">Given the example, how many features are looked at, and the size of the step.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    public void Teach(
        TrainingPlan plan, float first, FastRandom random, int[] features, float[] values, Action<int, int, float> look, CancellationToken cancellationToken)
    {
        var order = Enumerable.Range(0, Texts.Count).ToArray();
        for (var (round, step) = (0, 0); round < plan.Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var example in order)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var rate = first * (1 - (step++ / (float)(order.Length * plan.Rounds)));
                look(example, Sample(example, random, plan.HidesHalf, features, values), rate);
            }
        }
    }

    /// <summary>How far probabilities are from what they should be.</summary>
    /// <returns>How far the right topic's is.</returns>
    public float Subtract(Span<float> probabilities, int example, float smoothing)
    {
        var all = probabilities[..TopicCount];
        TensorPrimitives.Subtract(all, smoothing / TopicCount, all);
        probabilities[Topics[example]] -= 1 - smoothing;
        return MathF.Abs(probabilities[Topics[example]]);
    }

    /// <summary>The features of an example that are looked at this time: all of them, or half of them with twice the weight.</summary>
    private int Sample(int example, FastRandom random, bool hidesHalf, int[] features, float[] weights)
    {
        var text = Texts[example];
        if (!hidesHalf)
        {
            text.Features.CopyTo(features, 0);
            text.Weights.CopyTo(weights, 0);
            return text.Features.Length;
        }

        var count = 0;
        for (var start = 0; start < text.Features.Length; start += FastRandom.Bits)
        {
            var left = text.Features.Length - start;
            var shown = random.Next() & (left < FastRandom.Bits ? (1UL << left) - 1 : ulong.MaxValue);
            for (; shown != 0; shown &= shown - 1)
            {
                var index = start + BitOperations.TrailingZeroCount(shown);
                features[count] = text.Features[index];
                weights[count++] = 2 * text.Weights[index];
            }
        }

        return count;
    }

    public int LongestText => Texts.Count == 0 ? 0 : Texts.Max(text => text.Features.Length);
}
