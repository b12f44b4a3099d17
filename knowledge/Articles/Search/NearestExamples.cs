namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Compares a text word by word with the examples of one topic, and with all others.</summary>
internal sealed class NearestExamples(IReadOnlyList<SparseVector> examples, int[] topics, int topicCount, int features)
{
    private readonly InvertedIndex _index = new(examples, features);
    private readonly int[] _sizes = Sizes(topics, topicCount);

    public long Bytes => _index.Bytes + ((topics.Length + topicCount) * (long)sizeof(int));

    /// <summary>Of each example.</summary>
    public float[] Similarities(SparseVector text) => _index.Similarities(text);

    public Nearness Compare(SparseVector text, int topic)
    {
        var similarities = _index.Similarities(text);
        var (best, rival) = (0f, 0f);
        for (var example = 0; example < similarities.Length; example++)
        {
            if (topics[example] != topic)
            {
                rival = MathF.Max(rival, similarities[example]);
            }
            else
            {
                best = MathF.Max(best, similarities[example]);
            }
        }

        return new Nearness(best, rival, Covered(text, topic), _sizes[topic]);
    }

    private float Covered(SparseVector text, int topic)
    {
        var covered = 0f;
        for (var index = 0; index < text.Words; index++)
        {
            if (IsHeldIn(text.Features[index], topic))
            {
                covered += text.Weights[index] * text.Weights[index];
            }
        }

        return covered / MathF.Max(text.WordLength * text.WordLength, 1e-6f);
    }

    private bool IsHeldIn(int feature, int topic)
    {
        foreach (var holder in _index.Holders(feature))
        {
            if (topics[holder] == topic)
            {
                return true;
            }
        }

        return false;
    }

    private static int[] Sizes(int[] topics, int count)
    {
        var sizes = new int[count];
        foreach (var topic in topics)
        {
            sizes[topic]++;
        }

        return sizes;
    }
}
