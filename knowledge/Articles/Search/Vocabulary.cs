using System.Runtime.InteropServices;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>The features of the examples, with how much each tells (a rare one tells more).</summary>
internal sealed class Vocabulary
{
    /// <summary>Bounds the size of the model.</summary>
    private const int MostFeatures = 40_000;

    private readonly Dictionary<ulong, (int Number, float Rarity)> _features;
    private readonly float _rarest;

    /// <param name="examples">The texts.</param>
    /// <param name="topics">The topic of each.</param>
    /// <param name="plan">Which features to keep, and by what they are rare.</param>
    public Vocabulary(IReadOnlyList<TextFeatures> examples, IReadOnlyList<int> topics, TrainingPlan plan)
    {
        var frequencies = new Dictionary<ulong, int>();
        foreach (var (feature, _) in examples.SelectMany(example => example.Blocks).SelectMany(block => block))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(frequencies, feature, out _)++;
        }

        var spreads = plan.IsRareByTopics ? FeatureSpread.Of(examples, topics) : null;
        var most = spreads is null ? examples.Count : topics.Distinct().Count();
        _rarest = Rarity(1, most);
        var next = 0;
        _features = frequencies.Where(pair => pair.Value >= plan.FewestHolders)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostFeatures)
            .ToDictionary(pair => pair.Key, pair => (next++, Rarity(spreads?[pair.Key] ?? pair.Value, most)));
    }

    /// <summary>How many features are known.</summary>
    public int Count => _features.Count;

    public long Bytes => _features.Count * (long)(sizeof(ulong) + sizeof(int) + sizeof(float));

    public SparseVector Read(TextFeatures text)
    {
        var most = text.Blocks.Sum(block => block.Length);
        var (numbers, weights) = (new int[most], new float[most]);
        var (count, words) = (0, 0);
        var (whole, wholeWords) = (0f, 0f);
        for (var block = 0; block < text.Blocks.Count; block++)
        {
            var start = count;
            var square = 0f;
            foreach (var (feature, times) in text.Blocks[block])
            {
                var isKnown = _features.TryGetValue(feature, out var entry);
                var weight = (times == 1 ? 1 : 1 + MathF.Log(times)) * (isKnown ? entry.Rarity : _rarest);
                square += weight * weight;
                if (isKnown)
                {
                    (numbers[count], weights[count++]) = (entry.Number, weight);
                }
            }

            whole += text.Blocks[block].Length == 0 ? 0 : Featurizer.BlockWeights[block];
            Scale(weights.AsSpan(start..count), MathF.Sqrt(Featurizer.BlockWeights[block] / MathF.Max(square, 1e-6f)));
            if (block < Featurizer.WordBlocks)
            {
                (words, wholeWords) = (count, whole);
            }
        }

        Scale(weights.AsSpan(..count), 1 / MathF.Sqrt(MathF.Max(whole, 1e-6f)));
        return new SparseVector(
            numbers[..count], weights[..count], words, MathF.Sqrt(wholeWords / MathF.Max(whole, 1e-6f)), text.Blocks[0].Length);
    }

    private static void Scale(Span<float> weights, float factor)
    {
        foreach (ref var weight in weights)
        {
            weight *= factor;
        }
    }

    private static float Rarity(float holders, int most) => MathF.Sqrt(MathF.Log((1f + most) / holders));
}
