namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Which examples hold a feature: the similarity of a text to all examples in one pass over its features.</summary>
internal sealed class InvertedIndex
{
    private readonly (int[] Examples, float[] Weights)[] _postings;
    private readonly int _examples;

    public InvertedIndex(IReadOnlyList<SparseVector> examples, int features)
    {
        _examples = examples.Count;
        _postings = examples
            .SelectMany((vector, example) => vector.Features.Select((feature, index) => (feature, example, weight: vector.Weights[index])))
            .GroupBy(entry => entry.feature)
            .OrderBy(group => group.Key)
            .Select(group => (group.Select(entry => entry.example).ToArray(), group.Select(entry => entry.weight).ToArray()))
            .ToArray();
        if (_postings.Length != features)
        {
            throw new ArgumentException("Every feature must be in some example.", nameof(features));
        }
    }

    /// <summary>Cosine to every example, zero to one.</summary>
    public float[] Similarities(SparseVector text)
    {
        var similarities = new float[_examples];
        for (var index = 0; index < text.Features.Length; index++)
        {
            var (examples, weights) = _postings[text.Features[index]];
            for (var posting = 0; posting < examples.Length; posting++)
            {
                similarities[examples[posting]] += text.Weights[index] * weights[posting];
            }
        }

        return similarities;
    }
}
