namespace BillingBot.Knowledge.Articles.Search;

/// <summary>The features of a text that are in the vocabulary.</summary>
/// <param name="Features">Their numbers, block after block.</param>
/// <param name="Weights">One a feature; the whole text, features nobody knows included, has length one.</param>
/// <param name="Words">How many of the features, the first ones, are of the blocks Words and Neighbours.</param>
/// <param name="WordLength">Length of the vector in those two blocks, unknown features included.</param>
/// <param name="Length">Of the text, in words.</param>
internal sealed record SparseVector(int[] Features, float[] Weights, int Words, float WordLength, int Length);
