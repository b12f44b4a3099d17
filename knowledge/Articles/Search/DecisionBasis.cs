namespace BillingBot.Knowledge.Articles.Search;

/// <summary>What decided a search.</summary>
public enum DecisionBasis
{
    /// <summary>The likeliest articles were weighed.</summary>
    Ranking,

    /// <summary>The words are an article's title.</summary>
    Title,

    /// <summary>The words are a question that was taught.</summary>
    Taught,

    /// <summary>The words are known to be answered by no article.</summary>
    OffTopic,

    /// <summary>The words only name a product, platform or cloud, after an answer.</summary>
    FollowUp,

    /// <summary>The text is longer than a question may be; only its beginning was read.</summary>
    TooLong,

    /// <summary>No part of the text is known.</summary>
    Nothing,
}
