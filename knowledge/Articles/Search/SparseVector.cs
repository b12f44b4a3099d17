namespace BillingBot.Knowledge.Articles.Search;

/// <summary>The known features of a text with their weights, and how much of the text is known.</summary>
/// <param name="Features">Numbers of the features in the vocabulary.</param>
/// <param name="Weights">One a feature; the whole text, unknown features included, has length one.</param>
internal sealed record SparseVector(int[] Features, float[] Weights);
