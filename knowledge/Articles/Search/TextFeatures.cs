namespace BillingBot.Knowledge.Articles.Search;

/// <summary>The features of a text, with how often each occurs, one list a block of the <see cref="Featurizer"/>.</summary>
internal sealed record TextFeatures(IReadOnlyList<KeyValuePair<ulong, int>[]> Blocks);
