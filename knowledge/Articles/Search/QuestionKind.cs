namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Whether some article answers a question.</summary>
internal enum QuestionKind
{
    Answerable,

    /// <summary>About our subject, but no article answers it.</summary>
    NearMiss,

    /// <summary>About something else.</summary>
    OffTopic,
}
