using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;

namespace BillingBot.Skills.Deciding;

/// <summary>What the bot makes of a turn, before anything is done about it.</summary>
internal abstract record Decision
{
    private Decision()
    {
    }

    public sealed record Greet : Decision;

    public sealed record End : Decision;

    /// <summary>A compromised account: to staff at once, with the article on what to do first where there is one.</summary>
    public sealed record ReportFraud(Article? FirstAid) : Decision;

    /// <summary>A case that was closed is rated.</summary>
    public sealed record Rate(int Rating) : Decision;

    /// <summary>An article answers, by its words or its skill.</summary>
    /// <param name="Article">Which.</param>
    /// <param name="Turn">The turn as the article is to see it.</param>
    /// <param name="Confidence">Probability that it is right; null where no search decided.</param>
    /// <param name="Reason">What led to it.</param>
    public sealed record Open(Article Article, Turn Turn, double? Confidence, DecisionReason Reason) : Decision;

    /// <summary>Several questions in one message, answered one after the other; what is not answered is said.</summary>
    /// <param name="Answers">What answers, in the order asked.</param>
    /// <param name="Which">A question of which it is not clear what is meant.</param>
    /// <param name="Unknown">Questions that nothing answers, as they were put.</param>
    /// <param name="Later">What to say for those that are too many to be answered at once.</param>
    public sealed record Several(IReadOnlyList<Open> Answers, AskWhich? Which, IReadOnlyList<string> Unknown, IReadOnlyList<string> Later) : Decision
    {
        /// <summary>More answers at once are too long to read.</summary>
        private const int MostAnswers = 3;

        /// <summary>The first questions are answered; what is left of them waits.</summary>
        public static Several Of(IReadOnlyList<Open> answers, IReadOnlyList<AskWhich> which, IReadOnlyList<string> unknown) => new(
            [.. answers.Take(MostAnswers)],
            which.Count > 0 ? which[0] : null,
            unknown,
            [.. answers.Skip(MostAnswers).Select(answer => answer.Article.Title), .. which.Skip(1).Select(other => other.Question)]);
    }

    /// <summary>Which of these is meant.</summary>
    /// <param name="Articles">Likeliest first.</param>
    /// <param name="Question">The words it is about.</param>
    public sealed record AskWhich(IReadOnlyList<Article> Articles, string Question) : Decision;

    /// <summary>The same question again: the answer is no option's.</summary>
    public sealed record AskAgain(OpenQuestion Question) : Decision;

    /// <summary>A yes or no to nothing the bot asked.</summary>
    public sealed record StrayAnswer : Decision;

    /// <summary>It goes to the case that waits for staff.</summary>
    public sealed record AddToCase(OpenCase Case) : Decision;

    /// <summary>The words are in a language the bot does not speak.</summary>
    /// <param name="Language">Its code.</param>
    /// <param name="Nearest">Of whichever of the bot's languages is near.</param>
    public sealed record Foreign(string Language, IReadOnlyList<Article> Nearest) : Decision;

    /// <summary>The bot does not know, and says what is nearest; perhaps nothing.</summary>
    public sealed record Admit(IReadOnlyList<Article> Nearest) : Decision;
}
