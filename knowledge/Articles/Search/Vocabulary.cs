using System.Runtime.InteropServices;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>The features of the examples, with how much each tells (a rare one tells more).</summary>
internal sealed class Vocabulary
{
    /// <summary>Bounds the size of the model.</summary>
    private const int MostFeatures = 40_000;

    private readonly Dictionary<ulong, (int Number, float Rarity)> _features;
    private readonly float _rarest;

    public Vocabulary(IReadOnlyCollection<TextFeatures> examples, int fewestHolders)
    {
        var frequencies = new Dictionary<ulong, int>();
        foreach (var (feature, _) in examples.SelectMany(example => example.Blocks).SelectMany(block => block))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(frequencies, feature, out _)++;
        }

        _rarest = Rarity(1, examples.Count);
        var next = 0;
        _features = frequencies.Where(pair => pair.Value >= fewestHolders)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(MostFeatures)
            .ToDictionary(pair => pair.Key, pair => (next++, Rarity(pair.Value, examples.Count)));
    }

    /// <summary>How many features are known.</summary>
    public int Count => _features.Count;

    public long Bytes => _features.Count * (long)(sizeof(ulong) + sizeof(int) + sizeof(float));

    public SparseVector Read(TextFeatures text)
    {
        List<int> numbers = [];
        List<float> weights = [];
        var words = 0;
        var (whole, wholeWords) = (0f, 0f);
        for (var block = 0; block < text.Blocks.Count; block++)
        {
            var start = weights.Count;
            var square = 0f;
            foreach (var (feature, times) in text.Blocks[block])
            {
                var isKnown = _features.TryGetValue(feature, out var entry);
                var weight = (1 + MathF.Log(times)) * (isKnown ? entry.Rarity : _rarest);
                square += weight * weight;
                if (isKnown)
                {
                    numbers.Add(entry.Number);
                    weights.Add(weight);
                }
            }

            whole += text.Blocks[block].Length == 0 ? 0 : Featurizer.BlockWeights[block];
            Scale(weights, start, MathF.Sqrt(Featurizer.BlockWeights[block] / MathF.Max(square, 1e-6f)));
            if (block < Featurizer.WordBlocks)
            {
                (words, wholeWords) = (weights.Count, whole);
            }
        }

        Scale(weights, 0, 1 / MathF.Sqrt(MathF.Max(whole, 1e-6f)));
        return new SparseVector(
            [.. numbers], [.. weights], words, MathF.Sqrt(wholeWords / MathF.Max(whole, 1e-6f)), text.Blocks[0].Length);
    }

    private static void Scale(List<float> weights, int start, float factor)
    {
        for (var index = start; index < weights.Count; index++)
        {
            weights[index] *= factor;
        }
    }

    private static float Rarity(int frequency, int examples) => MathF.Sqrt(MathF.Log((1f + examples) / frequency));
}
