using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Compares a text word by word with the examples of one topic, and with all others.</summary>
internal sealed class NearestExamples
{
    private readonly InvertedIndex _index;
    private readonly int[] _topics;
    private readonly int[] _sizes;
    private readonly int[][] _features;

    public NearestExamples(IReadOnlyList<SparseVector> examples, int[] topics, int topicCount, int features)
    {
        _index = new InvertedIndex(examples, features);
        _topics = [.. topics, .. Enumerable.Repeat(-1, _index.Length - topics.Length)];
        _sizes = new int[topicCount];
        var held = Enumerable.Range(0, topicCount).Select(_ => new HashSet<int>()).ToArray();
        for (var example = 0; example < topics.Length; example++)
        {
            _sizes[topics[example]]++;
            held[topics[example]].UnionWith(examples[example].Features.AsSpan(..examples[example].Words).ToArray());
        }

        _features = [.. held.Select(topic => topic.Order().ToArray())];
    }

    public long Bytes => _index.Bytes + ((_topics.Length + _sizes.Length + _features.Sum(topic => topic.Length)) * (long)sizeof(int));

    /// <summary>Of each example.</summary>
    public float[] Similarities(SparseVector text)
    {
        var similarities = new float[_index.Length];
        _index.AddSimilarities(text, similarities);
        return similarities[.._sizes.Sum()];
    }

    public Nearness Compare(SparseVector text, int topic)
    {
        var rented = ArrayPool<float>.Shared.Rent(_index.Length);
        var similarities = rented.AsSpan(.._index.Length);
        similarities.Clear();
        _index.AddSimilarities(text, similarities);
        var (best, rival) = (Vector<float>.Zero, Vector<float>.Zero);
        var topics = MemoryMarshal.Cast<int, Vector<int>>(_topics);
        var each = MemoryMarshal.Cast<float, Vector<float>>(similarities);
        for (var index = 0; index < each.Length; index++)
        {
            var isOf = Vector.Equals(topics[index], new Vector<int>(topic));
            best = Vector.Max(best, Vector.ConditionalSelect(isOf, each[index], Vector<float>.Zero));
            rival = Vector.Max(rival, Vector.ConditionalSelect(isOf, Vector<float>.Zero, each[index]));
        }

        ArrayPool<float>.Shared.Return(rented);
        return new Nearness(Vectors.Largest(best), Vectors.Largest(rival), Covered(text, topic), _sizes[topic]);
    }

    private float Covered(SparseVector text, int topic)
    {
        var covered = 0f;
        for (var index = 0; index < text.Words; index++)
        {
            if (Array.BinarySearch(_features[topic], text.Features[index]) >= 0)
            {
                covered += text.Weights[index] * text.Weights[index];
            }
        }

        return covered / MathF.Max(text.WordLength * text.WordLength, 1e-6f);
    }
}
