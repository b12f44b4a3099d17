using System.Runtime.InteropServices;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// A number for each feature and each of the topics that have it most; zero at first.
/// </summary>
/// <remarks>
/// Words that every topic has tell none of them. With a bound, neither the work for a text nor the size grows with the
/// topics, and what is lost is less than what chance moves.
/// </remarks>
internal sealed class FeatureTopics
{
    private const int MostTopics = 64;
    private readonly int[] _starts;
    private readonly int[] _topics;
    private readonly float[] _values;

    public FeatureTopics(TrainingSet set)
    {
        var shares = Shares(set);
        _starts = new int[shares.Length + 1];
        List<int> topics = [];
        for (var feature = 0; feature < shares.Length; feature++)
        {
            topics.AddRange(shares[feature].OrderByDescending(topic => topic.Share).Take(MostTopics).Select(topic => topic.Topic).Order());
            _starts[feature + 1] = topics.Count;
        }

        _topics = [.. topics];
        _values = new float[_topics.Length];
    }

    public long Bytes => (_starts.Length + _topics.Length + _values.Length) * (long)sizeof(int);

    /// <summary>sums += factor * a feature's numbers.</summary>
    /// <param name="sums">One a topic.</param>
    /// <param name="feature">Its number.</param>
    /// <param name="factor">How much of them.</param>
    public void AddTo(Span<float> sums, int feature, float factor)
    {
        var topics = Of(_topics, feature);
        var values = Of(_values, feature);
        for (var index = 0; index < topics.Length && index < values.Length; index++)
        {
            sums[topics[index]] += factor * values[index];
        }
    }

    /// <summary>A feature's numbers += factor * changes.</summary>
    /// <param name="feature">Its number.</param>
    /// <param name="changes">One a topic.</param>
    /// <param name="factor">How much of them.</param>
    public void Change(int feature, ReadOnlySpan<float> changes, float factor)
    {
        var topics = Of(_topics, feature);
        var values = Of(_values, feature);
        for (var index = 0; index < topics.Length && index < values.Length; index++)
        {
            values[index] += factor * changes[topics[index]];
        }
    }

    private Span<T> Of<T>(T[] all, int feature) => all.AsSpan(_starts[feature].._starts[feature + 1]);

    /// <summary>How much of each topic's examples a feature is, for every feature.</summary>
    private static List<(int Topic, float Share)>[] Shares(TrainingSet set)
    {
        var shares = Enumerable.Range(0, set.FeatureCount).Select(_ => new List<(int, float)>()).ToArray();
        foreach (var (topic, examples) in Enumerable.Range(0, set.Texts.Count).GroupBy(example => set.Topics[example]).Select(group => (group.Key, group.ToList())))
        {
            var sums = new Dictionary<int, float>();
            foreach (var text in examples.Select(example => set.Texts[example]))
            {
                for (var index = 0; index < text.Features.Length; index++)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(sums, text.Features[index], out _) += text.Weights[index];
                }
            }

            foreach (var (feature, sum) in sums)
            {
                shares[feature].Add((topic, sum / MathF.Sqrt(examples.Count)));
            }
        }

        return shares;
    }
}
