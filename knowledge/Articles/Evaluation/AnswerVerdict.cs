namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>How good an answer to an evaluation question is; a later one is better.</summary>
public enum AnswerVerdict
{
    /// <summary>Another article answers, or one answers what none should.</summary>
    Wrong,

    /// <summary>The bot says that it does not know.</summary>
    NotKnown,

    /// <summary>The right article is among a few to choose from.</summary>
    Offered,

    /// <summary>The right article answers, or rightly none.</summary>
    Right,
}
