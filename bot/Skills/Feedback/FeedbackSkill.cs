using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
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
        { State.AskedWhetherItHelped: true } when Means(turn.Text, "Yes") => true,
        { State.AskedWhetherItHelped: true } when Means(turn.Text, "No") => false,
        { State: { Asked: null, Form: null } } when IsPraise(turn) => true,
        _ => null,
    };

    /// <summary>A yes or no to nothing the bot asked.</summary>
    public bool IsStray(Turn turn) => turn.State.Asked is null && (Means(turn.Text, "Yes") || Means(turn.Text, "No"));

    /// <summary>A thumb up and nothing else, in whatever colour: thanks, whether it was asked or not.</summary>
    private bool IsPraise(Turn turn) => phrases.Says(turn.Text, turn.Language, "Praise");

    /// <param name="turn">The turn.</param>
    /// <param name="helped">What the customer said.</param>
    /// <param name="articleId">The article it is about.</param>
    /// <param name="near">Ids of other articles that the last question may have meant, best first.</param>
    public Reply Take(Turn turn, bool helped, string? articleId, IReadOnlyList<string> near)
    {
        var others = near.Where(id => id != articleId && id != ArticleButtons.TalkToPerson).Take(3);
        var thanks = Say(turn, helped ? "Thanks" : "Sorry", []);
        return new Reply(
            helped ? [thanks] : [thanks, Say(turn, "LeadOn", buttons.For([.. others, ArticleButtons.TalkToPerson], turn.Language))],
            turn.State with { Asked = null, AskedWhetherItHelped = false })
        {
            Handoff = helped ? null : new HandoffRequest(CaseReason.NotHelped),
            Outcome = new Outcome("feedback", helped ? Verbs.Helped : Verbs.NotHelped, articleId),
        };
    }

    private ReplyMessage Say(Turn turn, string key, IReadOnlyList<Choice> choices) =>
        new() { Text = phrases[turn.Language, key], Choices = choices, Language = turn.Language.Code };

    /// <summary>The button's label in either language, or the bare word.</summary>
    private bool Means(string text, string key) => new[] { Language.English, Language.Japanese }
        .SelectMany(language => phrases[language, $"Bare{key}"].Split('|').Append(answerPhrases[language, key]))
        .Contains(text.Trim().TrimEnd('.', '!', '。'), StringComparer.OrdinalIgnoreCase);
}
