namespace BillingBot.Knowledge.Articles.Search;

/// <summary>What a classifier learns from.</summary>
/// <param name="Texts">The examples.</param>
/// <param name="Topics">The topic of each; <see cref="Example.OffTopic"/> when it belongs to none.</param>
/// <param name="TopicCount">How many topics there are.</param>
/// <param name="FeatureCount">How many features.</param>
internal sealed record TrainingSet(IReadOnlyList<SparseVector> Texts, IReadOnlyList<int> Topics, int TopicCount, int FeatureCount)
{
    /// <summary>How far probabilities are from what they should be: an off-topic text belongs to every topic a little.</summary>
    public void Subtract(Span<float> probabilities, int example, float smoothing)
    {
        var topic = Topics[example];
        var everywhere = (topic < 0 ? 1 : smoothing) / TopicCount;
        for (var index = 0; index < TopicCount; index++)
        {
            probabilities[index] -= everywhere;
        }

        if (topic >= 0)
        {
            probabilities[topic] -= 1 - smoothing;
        }
    }

    /// <summary>The features of an example that are looked at this time.</summary>
    public int Sample(int example, Random random, float dropout, int[] features, float[] weights)
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
