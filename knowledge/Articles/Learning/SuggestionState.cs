namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>What became of a suggestion.</summary>
public enum SuggestionState
{
    /// <summary>It waits for an editor.</summary>
    Open,

    /// <summary>An editor gave the question to an article.</summary>
    Attached,

    /// <summary>The bot answers it since something else was taught.</summary>
    Answered,

    /// <summary>No article is to answer it.</summary>
    NeverAnswer,

    /// <summary>Nothing is to be learned from it.</summary>
    Dismissed,
}
