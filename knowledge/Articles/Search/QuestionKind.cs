namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Whether some article answers a question.</summary>
internal enum QuestionKind
{
    Answerable,

    /// <summary>About our subject, but no article answers it.</summary>
    NearMiss,

    /// <summary>Of a topic that was left out in training: nearer to the others than what customers ask in vain.</summary>
    LeftOut,

    /// <summary>About something else.</summary>
    OffTopic,
}
