namespace BillingBot.Knowledge.Articles.Search;

/// <summary>The features of a text that are in the vocabulary.</summary>
/// <param name="Features">Their numbers.</param>
/// <param name="Weights">One a feature; the whole text, features nobody knows included, has length one.</param>
/// <param name="Length">Of the text, in features of its first block.</param>
internal sealed record SparseVector(int[] Features, float[] Weights, int Length);
