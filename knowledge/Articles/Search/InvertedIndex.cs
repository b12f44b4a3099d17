namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// Which examples hold a word or two neighbouring words: how alike a text is to every example, in one pass over the text.
/// </summary>
internal sealed class InvertedIndex
{
    private readonly int[] _starts;
    private readonly int[] _examples;
    private readonly byte[] _weights;
    private readonly int _exampleCount;

    public InvertedIndex(IReadOnlyList<SparseVector> examples, int features)
    {
        _exampleCount = examples.Count;
        _starts = new int[features + 1];
        foreach (var feature in examples.SelectMany(example => example.Features.Take(example.Words)))
        {
            _starts[feature + 1]++;
        }

        for (var feature = 0; feature < features; feature++)
        {
            _starts[feature + 1] += _starts[feature];
        }

        _examples = new int[_starts[features]];
        _weights = new byte[_starts[features]];
        var next = _starts[..features];
        for (var example = 0; example < examples.Count; example++)
        {
            var vector = examples[example];
            var factor = byte.MaxValue / MathF.Max(vector.WordLength, 1e-6f);
            for (var index = 0; index < vector.Words; index++)
            {
                var place = next[vector.Features[index]]++;
                (_examples[place], _weights[place]) = (example, (byte)MathF.Round(vector.Weights[index] * factor));
            }
        }
    }

    public long Bytes => (_starts.Length + _examples.Length) * (long)sizeof(int) + _weights.Length;

    /// <summary>Cosine of the words to every example's, zero to one.</summary>
    public float[] Similarities(SparseVector text)
    {
        var similarities = new float[_exampleCount];
        var factor = 1 / (byte.MaxValue * MathF.Max(text.WordLength, 1e-6f));
        for (var index = 0; index < text.Words; index++)
        {
            var weight = text.Weights[index] * factor;
            var feature = text.Features[index];
            for (var place = _starts[feature]; place < _starts[feature + 1]; place++)
            {
                similarities[_examples[place]] += weight * _weights[place];
            }
        }

        return similarities;
    }

    /// <summary>The examples that hold a feature.</summary>
    public ReadOnlySpan<int> Holders(int feature) => _examples.AsSpan(_starts[feature].._starts[feature + 1]);
}
