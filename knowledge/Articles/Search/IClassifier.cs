namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Scores topics by the features of a text. Immutable once trained.</summary>
internal interface IClassifier
{
    /// <summary>Of what was trained.</summary>
    long Bytes { get; }

    /// <summary>One a topic, the last one for "none"; the softmax of them are probabilities.</summary>
    float[] Scores(SparseVector text);
}
