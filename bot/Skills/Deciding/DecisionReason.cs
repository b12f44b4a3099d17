namespace BillingBot.Skills.Deciding;

/// <summary>What led to an article.</summary>
internal enum DecisionReason
{
    /// <summary>The search is sure of it.</summary>
    Search,

    /// <summary>The search is sure of one sentence of a long message, and of no other.</summary>
    Sentence,

    /// <summary>The words ask for a person.</summary>
    Person,

    /// <summary>A case is named.</summary>
    Case,

    /// <summary>An invoice is named, or the one spoken of is meant.</summary>
    Invoice,

    /// <summary>An invoice is to be shared.</summary>
    Share,

    /// <summary>The bot had asked which one is meant.</summary>
    Chosen,

    /// <summary>The words are about a date.</summary>
    Date,

    /// <summary>The last answer is wanted in the other language.</summary>
    OtherLanguage,

    /// <summary>The words ask for more about the last answer.</summary>
    More,
}
