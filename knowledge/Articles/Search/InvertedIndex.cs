namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// Which examples hold a word or two neighbouring words: how alike a text is to every example, in one pass over the text.
/// What many examples hold is a row of all of them, which many at a time are added of; anything else a list of its holders.
/// </summary>
internal sealed class InvertedIndex
{
    /// <summary>One example in so many must hold a feature for a row to be as short as a list.</summary>
    private const int Share = 16;

    private readonly int[] _starts;
    private readonly int[] _examples;
    private readonly sbyte[] _weights;
    private readonly Dictionary<int, sbyte[]> _rows = [];
    private readonly int _exampleCount;

    public InvertedIndex(IReadOnlyList<SparseVector> examples, int features)
    {
        _exampleCount = examples.Count;
        var counts = new int[features];
        foreach (var example in examples)
        {
            foreach (var feature in example.Features.AsSpan(..example.Words))
            {
                counts[feature]++;
            }
        }

        _starts = new int[features + 1];
        for (var feature = 0; feature < features; feature++)
        {
            var isRow = counts[feature] * Share >= examples.Count;
            _starts[feature + 1] = _starts[feature] + (isRow ? 0 : counts[feature]);
            if (isRow)
            {
                _rows.Add(feature, new sbyte[Length]);
            }
        }

        _examples = new int[_starts[features]];
        _weights = new sbyte[_starts[features]];
        var next = _starts[..features];
        for (var example = 0; example < examples.Count; example++)
        {
            var vector = examples[example];
            var factor = sbyte.MaxValue / MathF.Max(vector.WordLength, 1e-6f);
            for (var index = 0; index < vector.Words; index++)
            {
                var (feature, weight) = (vector.Features[index], (sbyte)MathF.Round(vector.Weights[index] * factor));
                if (_rows.TryGetValue(feature, out var row))
                {
                    row[example] = weight;
                    continue;
                }

                var place = next[feature]++;
                (_examples[place], _weights[place]) = (example, weight);
            }
        }
    }

    public long Bytes => ((_starts.Length + _examples.Length) * (long)sizeof(int)) + _weights.Length + (_rows.Count * (long)Length);

    /// <summary>Of what <see cref="AddSimilarities"/> fills: one number an example, and as many zeros as whole vectors need.</summary>
    public int Length => QuantizedRows.Padded(_exampleCount);

    /// <summary>Cosine of the words to every example's, zero to one, added to zeros.</summary>
    public void AddSimilarities(SparseVector text, Span<float> similarities)
    {
        var factor = 1 / (sbyte.MaxValue * MathF.Max(text.WordLength, 1e-6f));
        for (var index = 0; index < text.Words; index++)
        {
            var weight = text.Weights[index] * factor;
            var feature = text.Features[index];
            if (_rows.TryGetValue(feature, out var row))
            {
                Vectors.AddBytes(similarities, row, weight);
                continue;
            }

            for (var place = _starts[feature]; place < _starts[feature + 1]; place++)
            {
                similarities[_examples[place]] += weight * _weights[place];
            }
        }
    }
}
