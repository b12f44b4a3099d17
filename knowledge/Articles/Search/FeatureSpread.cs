using System.Runtime.InteropServices;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>
/// Among how many topics the examples that have a feature are spread: e to the entropy, so that a topic with one of many
/// counts little. With few examples a word that every example of one topic has would be taken for a common one by their number.
/// </summary>
internal static class FeatureSpread
{
    /// <param name="examples">The texts.</param>
    /// <param name="topics">The topic of each.</param>
    /// <returns>From one to the number of topics, by feature.</returns>
    public static Dictionary<ulong, float> Of(IReadOnlyList<TextFeatures> examples, IReadOnlyList<int> topics)
    {
        var counts = new Dictionary<(ulong Feature, int Topic), int>();
        for (var example = 0; example < examples.Count; example++)
        {
            foreach (var (feature, _) in examples[example].Blocks.SelectMany(block => block))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (feature, topics[example]), out _)++;
            }
        }

        var sums = new Dictionary<ulong, (int Count, float Logarithms)>();
        foreach (var ((feature, _), count) in counts)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, feature, out _);
            sum = (sum.Count + count, sum.Logarithms + (count * MathF.Log(count)));
        }

        return sums.ToDictionary(pair => pair.Key, pair => MathF.Max(1, pair.Value.Count * MathF.Exp(-pair.Value.Logarithms / pair.Value.Count)));
    }
}
