using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;

namespace BillingBot.Skills.Clarify;

/// <summary>Asks which one is meant when the words fit several articles.</summary>
internal sealed class ClarifySkill(ArticleButtons buttons, Phrases<ClarifySkill> phrases)
{
    /// <param name="turn">The turn.</param>
    /// <param name="articles">The candidates, best first.</param>
    public Reply AskWhich(Turn turn, IReadOnlyList<Article> articles)
    {
        var isOneTopic = articles.All(article => article.Topic == articles[0].Topic);
        var byEra = isOneTopic && articles.Select(article => article.Era).Where(era => era != PlatformEra.Any).Distinct().Count() > 1;
        var (question, more) = (articles.Count, isOneTopic, byEra) switch
        {
            (_, _, true) => ("WhichPlatform", OpenQuestions.WhichEra),
            (1, _, _) => ("IsItThis", ArticleButtons.TalkToPerson),
            (_, true, _) => ("WhichVariant", ArticleButtons.TalkToPerson),
            _ => ("WhichTopic", ArticleButtons.TalkToPerson),
        };
        List<Article> options = [.. articles, .. buttons.Articles([more], turn.Language).Where(article => !articles.Contains(article))];
        return new Reply(
            [
                new ReplyMessage
                {
                    Text = phrases[turn.Language, question],
                    Choices = [.. options.Select(option => new Choice(option.Title))],
                    Language = turn.Language.Code,
                },
            ],
            turn.State with
            {
                LastQuestion = turn.Text,
                Asked = new OpenQuestion([.. options.Select(option => new QuestionOption(option.Title, option.Id))])
                {
                    IsAboutEra = byEra,
                    IsYesOrNo = articles.Count == 1,
                },
                // Asking which topic is not knowing; asking for the platform is.
                Unanswered = isOneTopic && articles.Count > 1 ? turn.State.Unanswered : turn.Text,
                UnsureInARow = isOneTopic && articles.Count > 1 ? 0 : turn.State.UnsureInARow + 1,
            })
        {
            Outcome = new Outcome("clarify", byEra ? "askedPlatform" : "askedWhich", articles[0].Id),
        };
    }

    /// <summary>The answer was a number that is no option's.</summary>
    public Reply AskAgain(Turn turn, OpenQuestion asked) => new(
        [
            new ReplyMessage
            {
                Text = phrases.Format(turn.Language, "ChooseNumber", asked.Options.Count),
                Choices = [.. asked.Options.Select(option => new Choice(option.Label))],
                Language = turn.Language.Code,
            },
        ],
        turn.State)
    {
        Outcome = new Outcome("clarify", "askedAgain"),
    };
}
