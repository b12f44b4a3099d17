using BillingBot.Conversation;
using BillingBot.Skills.Answer;

namespace BillingBot.Skills.Feedback;

/// <summary>Takes "yes, that helped" and "no, it did not"; a "no" leads on instead of ending.</summary>
internal sealed class FeedbackSkill(
    ArticleButtons buttons, Phrases<FeedbackSkill> phrases, Phrases<AnswerSkill> answerPhrases)
{
    /// <returns>True for yes, false for no, null when the turn says neither.</returns>
    public bool? Said(Turn turn) => turn switch
    {
        { Action.Verb: Verbs.Helped } => true,
        { Action.Verb: Verbs.NotHelped } => false,
        { State: { LastArticleId: not null, Asked: null } } when Means(turn.Text, "Yes") => true,
        { State: { LastArticleId: not null, Asked: null } } when Means(turn.Text, "No") => false,
        _ => null,
    };

    /// <param name="turn">The turn.</param>
    /// <param name="helped">What the customer said.</param>
    /// <param name="articleId">The article it is about.</param>
    /// <param name="near">Ids of other articles that the last question may have meant, best first.</param>
    public Reply Take(Turn turn, bool helped, string? articleId, IReadOnlyList<string> near)
    {
        var others = near.Where(id => id != articleId && id != ArticleButtons.TalkToPerson).Take(3);
        return new Reply(
            [
                new ReplyMessage
                {
                    Text = phrases[turn.Language, helped ? "Thanks" : "Sorry"],
                    Choices = helped ? [] : buttons.For([.. others, ArticleButtons.TalkToPerson], turn.Language),
                    Language = turn.Language.Code,
                },
            ],
            turn.State with { Asked = null })
        {
            Outcome = new Outcome("feedback", helped ? Verbs.Helped : Verbs.NotHelped, articleId),
        };
    }

    /// <summary>The button's label in either language, or the bare word.</summary>
    private bool Means(string text, string key) => new[] { Language.English, Language.Japanese }
        .SelectMany(language => phrases[language, $"Bare{key}"].Split('|').Append(answerPhrases[language, key]))
        .Contains(text.Trim().TrimEnd('.', '!', '。'), StringComparer.OrdinalIgnoreCase);
}
