namespace BillingBot.Knowledge.Articles.Search;

/// <summary>All features of the examples, with how much each tells (a rare one tells more).</summary>
internal sealed class Vocabulary
{
    private readonly Featurizer _featurizer;
    private readonly Dictionary<string, (int Number, float Rarity)>[] _blocks;
    private readonly float _rarest;

    public Vocabulary(Featurizer featurizer, IReadOnlyList<string> examples)
    {
        _featurizer = featurizer;
        var frequencies = featurizer.BlockWeights.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal)).ToArray();
        foreach (var features in examples.Select(featurizer.Features))
        {
            for (var block = 0; block < frequencies.Length; block++)
            {
                foreach (var feature in features[block].Distinct(StringComparer.Ordinal))
                {
                    frequencies[block][feature] = frequencies[block].GetValueOrDefault(feature) + 1;
                }
            }
        }

        var next = 0;
        _rarest = Rarity(1, examples.Count);
        _blocks = [.. frequencies.Select(block => block.ToDictionary(
            pair => pair.Key, pair => (next++, Rarity(pair.Value, examples.Count)), StringComparer.Ordinal))];
        Count = next;
    }

    /// <summary>How many features are known.</summary>
    public int Count { get; }

    /// <param name="normalized">A text as <see cref="Featurizer.Normalize"/> leaves it.</param>
    public SparseVector Read(string normalized)
    {
        List<int> numbers = [];
        List<float> weights = [];
        var blocks = _featurizer.Features(normalized);
        for (var block = 0; block < blocks.Count; block++)
        {
            var start = weights.Count;
            var length = 0f;
            foreach (var (feature, times) in blocks[block].CountBy(feature => feature, StringComparer.Ordinal))
            {
                var known = _blocks[block].TryGetValue(feature, out var entry);
                var weight = (1 + MathF.Log(times)) * (known ? entry.Rarity : _rarest);
                length += weight * weight;
                if (known)
                {
                    numbers.Add(entry.Number);
                    weights.Add(weight);
                }
            }

            Scale(weights, start, MathF.Sqrt(_featurizer.BlockWeights[block] / MathF.Max(length, 1e-6f)));
        }

        return new SparseVector([.. numbers], [.. weights], blocks[0].Count);
    }

    private static void Scale(List<float> weights, int start, float factor)
    {
        for (var index = start; index < weights.Count; index++)
        {
            weights[index] *= factor;
        }
    }

    private static float Rarity(int frequency, int examples) => MathF.Log((1f + examples) / frequency);
}
