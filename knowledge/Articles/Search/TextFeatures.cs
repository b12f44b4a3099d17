namespace BillingBot.Knowledge.Articles.Search;

/// <summary>The features of a text, with how often each occurs, one list a block of the <see cref="Featurizer"/>.</summary>
internal sealed record TextFeatures(IReadOnlyList<KeyValuePair<ulong, int>[]> Blocks)
{
    /// <summary>Embedding of the whole text, of length one; null without a model for it.</summary>
    public float[]? Meaning { get; init; }
}
