namespace BillingBot.Knowledge.Articles.Learning;

/// <summary>Why something may be learned from a question.</summary>
public enum SuggestionReason
{
    /// <summary>The bot did not know.</summary>
    NotKnown,

    /// <summary>The bot asked which of a few topics is meant.</summary>
    AskedBack,

    /// <summary>The customer chose one of them.</summary>
    Chosen,

    /// <summary>The customer said that the answer did not help.</summary>
    NotHelped,

    /// <summary>The customer asked for a person right after the answer.</summary>
    AskedForPerson,

    /// <summary>Staff answered the customer with an article that the bot had not given.</summary>
    Corrected,
}
