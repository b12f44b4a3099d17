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

    /// <summary>How far probabilities are from what they should be.</summary>
    /// <returns>How far the right topic's is.</returns>
    public float Subtract(Span<float> probabilities, int example, float smoothing)
    {
        for (var index = 0; index < TopicCount; index++)
        {
            probabilities[index] -= smoothing / TopicCount;
        }

        probabilities[Topics[example]] -= 1 - smoothing;
        return MathF.Abs(probabilities[Topics[example]]);
    }

    /// <summary>The features of an example that are looked at this time.</summary>
    public int Sample(int example, FastRandom random, float dropout, int[] features, float[] weights)
    {
        var text = Texts[example];
        var count = 0;
        for (var index = 0; index < text.Features.Length; index++)
        {
            if (dropout == 0 || random.NextSingle() >= dropout)
            {
                features[count] = text.Features[index];
                weights[count++] = text.Weights[index] / (1 - dropout);
            }
        }

        return count;
    }

    public int LongestText => Texts.Count == 0 ? 0 : Texts.Max(text => text.Features.Length);
}
